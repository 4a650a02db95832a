import type { Message, Spot } from '@lethe/core';
import { suspendedMail } from './abilities.ts';
import { suspendedTickets } from './api.ts';
import { ifThere } from './ask.ts';
import type { Line } from './ask.ts';
import { lines } from './form.ts';
import { messageIdOf, personIdOf, suspendedDossierId } from './ids.ts';
import { suspendedSpot } from './place.ts';
import type { Suspended } from './schema.ts';

/** All mail that waits in the queue of suspended tickets, each a spot: it can be deleted and not be changed. */
export async function suspendedSpots(line: Line): Promise<readonly Spot[]> {
  const mails = await ifThere(suspendedTickets(line), 'not-permitted');
  return mails === undefined ? [closedQueue] : mails.map(spotOf);
}

/** What nobody lets us look into may hold mail of the person all the same. */
const closedQueue: Spot = {
  id: suspendedSpot(0),
  kind: 'message.envelope',
  label: 'queue of suspended tickets',
  of: messageOf({ id: 0, created_at: new Date(0) }),
  content: { form: 'hidden' },
  ability: {
    can: 'nothing',
    because: 'The sign-in may not look into the queue of suspended tickets.',
    instead:
      'Give its role "Manage suspended tickets" in Admin Center > People > Team > Roles, or look there yourself.',
    source: suspendedMail.source,
  },
};

function spotOf(mail: Suspended): Spot {
  const { author, subject, content, attachments } = mail;
  const files = (attachments ?? []).map(({ file_name }) => file_name);
  const writer = author == null ? [] : [author.name, author.email];
  return {
    id: suspendedSpot(mail.id),
    kind: 'message.envelope',
    label: `suspended ticket ${mail.id}`,
    of: messageOf(mail),
    content: { form: 'plain', text: lines(...writer, subject, content, ...files) },
    ability: suspendedMail,
  };
}

function messageOf({
  id,
  author,
  recipient,
  created_at,
}: Pick<Suspended, 'id' | 'created_at'> & Partial<Suspended>): Message {
  const writer = author == null ? [] : [author.email, author.name];
  return {
    type: 'message',
    id: messageIdOf(`s${id}`),
    dossier: suspendedDossierId(id),
    at: created_at,
    channel: 'mail',
    direction: 'incoming',
    author: author?.id === undefined ? 'unknown' : personIdOf(author.id),
    from: writer.filter((text) => !text.isBlank),
    to: recipient === undefined || recipient.isBlank ? [] : [recipient],
    copies: [],
    attendees: [],
    recipients: [],
    opensDossier: true,
  };
}
