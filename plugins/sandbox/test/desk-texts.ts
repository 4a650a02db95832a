import type { StoredMessage, StoredPerson, StoredTicket } from '../src/schema.ts';

type Texts = readonly (readonly [string, string])[];

/** Every text of a ticket, by the id of its spot, or by a name of its own where it is none. Times are left out. */
export function textsOfTicket(ticket: StoredTicket): Texts {
  const {
    id,
    title,
    description,
    company,
    category,
    group,
    status,
    channel,
    fields,
    followers,
    log,
    attachments,
    messages,
  } = ticket;
  const logged = (about: string): string =>
    log
      .filter((entry) => entry.about === about)
      .flatMap((entry) => [entry.old, entry.new])
      .join('\n');
  return [
    [`${id}:title`, title],
    [`${id}:description`, description],
    [`${id} head`, [company, category, group, status, channel].join('\n')],
    ...fields.flatMap((field): Texts => [
      [`${id}:field:${field.id}`, field.text],
      [`${id} label ${field.id}`, field.label],
    ]),
    ...followers.map((person) => [`${id}:follower:${person}`, 'follows'] as const),
    ...(['title', 'description', 'field'] as const).map((about) => [`${id}:log:${about}`, logged(about)] as const),
    ...filesOf(id, attachments),
    ...messages.flatMap((message) => textsOfMessage(id, message)),
  ];
}

function textsOfMessage(ticket: string, message: StoredMessage): Texts {
  const id = `${ticket}:${message.id}`;
  return [
    [`${id}:subject`, message.subject],
    [`${id}:body`, message.body],
    [`${id}:envelope`, [...message.from, ...message.to].join('\n')],
    [`${id}:cc`, message.cc.join('\n')],
    [`${id}:bcc`, message.bcc.join('\n')],
    [`${id}:attendees`, message.attendees.join('\n')],
    [`${id} head`, [message.channel, message.direction, message.author, message.at].join('\n')],
    ...filesOf(id, message.attachments),
  ];
}

function filesOf(owner: string, files: StoredMessage['attachments']): Texts {
  return files.map(({ id, name, description, bytes }) => [`${owner}:${id}`, [name, description, bytes].join('\n')]);
}

/** Every text of a person's card, in the same way. */
export function textsOfCard(card: StoredPerson): Texts {
  const { id, name, login, number, company, kind, addresses, phones, fields, photo, log, access } = card;
  return [
    [`${id}:name`, name],
    [`${id}:login`, login],
    [`${id}:number`, number],
    [`${id} head`, [company, kind].join('\n')],
    ...addresses.map((address) => [`${id}:address:${address.id}`, address.text] as const),
    ...phones.map((phone) => [`${id}:phone:${phone.id}`, phone.text] as const),
    ...fields.map((field) => [`${id}:field:${field.id}`, field.person ?? field.text] as const),
    ...(photo === undefined ? [] : [[`${id}:photo`, `${photo.name}\n${photo.bytes}`] as const]),
    [`${id}:log`, log.map(({ old }) => old).join('\n')],
    ...access.map(({ id: key, open }) => [`${id}:access:${key}`, `open: ${String(open)}`] as const),
  ];
}
