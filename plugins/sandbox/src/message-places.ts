import { attachmentPlace } from './attachment-place.ts';
import { asList, asText } from './place.ts';
import type { Place } from './place.ts';
import { loggedByGateway } from './profile.ts';
import type { StoredMessage } from './schema.ts';

type Copies = 'cc' | 'bcc' | 'attendees';

const copyLists: readonly (readonly [Copies, string])[] = [
  ['cc', 'CC'],
  ['bcc', 'BCC'],
  ['attendees', 'attendees'],
];

/** Every place of one message. `where` says which ticket, for labels. */
export function placesOfMessage(message: StoredMessage, where: string): readonly Place[] {
  const name = `${nameOf(message)} ${where}`;
  const isMail = message.channel === 'mail';
  return [
    ...message.attachments.map((attachment) => ({
      ...attachmentPlace(message, attachment, name),
      key: `${message.id}:${attachment.id}`,
      message,
    })),
    ...(isMail ? [subjectPlace(message, name)] : []),
    bodyPlace(message, name),
    ...(isMail ? [envelopePlace(message, name)] : []),
    ...(isMail ? copyLists.map(([list, title]) => copiesPlace(message, list, `${title} of ${name}`)) : []),
  ];
}

function nameOf({ id, channel, author }: StoredMessage): string {
  const number = id.slice(1);
  if (author === 'system') return `notification ${number}`;
  return `${channel === 'mail' || channel === 'note' ? channel : `${channel} message`} ${number}`;
}

function subjectPlace(message: StoredMessage, name: string): Place {
  return {
    key: `${message.id}:subject`,
    kind: 'message.subject',
    label: `subject of ${name}`,
    message,
    read: () => ({ form: 'plain', text: message.subject }),
    put: (value) => {
      message.subject = asText(value);
    },
  };
}

function bodyPlace(message: StoredMessage, name: string): Place {
  return {
    key: `${message.id}:body`,
    kind: 'message.body',
    label: `text of ${name}`,
    message,
    read: () => ({ form: message.form, text: message.body }),
    put: (value) => {
      message.body = asText(value);
    },
  };
}

/** The lines "From" and "To", in this order. */
function envelopePlace(message: StoredMessage, name: string): Place {
  return {
    key: `${message.id}:envelope`,
    kind: 'message.envelope',
    label: `sender and recipients of ${name}`,
    message,
    ...(message.viaGateway ? { ability: loggedByGateway } : {}),
    read: () => ({ form: 'list', items: [...message.from, ...message.to] }),
    put: (value) => {
      const left = asList(value);
      const senders = message.from.filter((address) => left.includes(address));
      message.from = senders;
      message.to = left.filter((address) => !senders.includes(address));
    },
  };
}

function copiesPlace(message: StoredMessage, list: Copies, label: string): Place {
  return {
    key: `${message.id}:${list}`,
    kind: 'message.copies',
    label,
    message,
    read: () => ({ form: 'list', items: message[list] }),
    put: (value) => {
      message[list] = asList(value);
    },
  };
}
