import type { Dossier, Message, Person, PersonId } from '@lethe/core';
import { identifiersFrom, Personal } from '@lethe/core';
import { dossierId, messageId, personId } from './ids.ts';
import type { StoredMessage, StoredPerson, StoredTicket } from './schema.ts';
import { numberOf } from './ticket-places.ts';

/** What only the whole desk tells about an account. */
export interface Standing {
  readonly self: boolean;
  readonly lastAdministrator: boolean;
}

/** A person's card as a fact for core. */
export function personFrom(card: StoredPerson, standing: Standing): Person {
  return {
    type: 'person',
    id: personId(card.id),
    name: Personal.of(card.name),
    identifiers: identifiersFrom({
      addresses: card.addresses.map(({ text }) => text),
      phones: card.phones.map(({ text }) => text),
      logins: [card.login],
      externalIds: [card.number],
      names: [card.name],
    }),
    kind: card.kind,
    active: isActive(card),
    ...standing,
    ...(card.company === undefined ? {} : { company: card.company }),
    ...(card.masteredBy === undefined ? {} : { masteredBy: card.masteredBy }),
    lastActivity: new Date(card.lastActivity),
    dossiers: card.opened,
  };
}

/** Whether the account may sign in. */
export function isActive({ access }: StoredPerson): boolean {
  return access.some(({ id, open }) => id === 'signin' && open);
}

/** A ticket as a fact for core. */
export function dossierFrom(ticket: StoredTicket): Dossier {
  return {
    type: 'dossier',
    id: dossierId(ticket.id),
    label: `ticket ${numberOf(ticket)}`,
    state: stateOf(ticket),
    openedBy: personId(ticket.openedBy),
    openedVia: ticket.channel,
    subject: personId(ticket.requester),
    tallies: talliesOf(ticket),
  };
}

/** What the desk's reports count. */
export function talliesOf(ticket: StoredTicket): Readonly<Record<string, string>> {
  const { status, company, channel, category, group, openedAt } = ticket;
  return { status, company, channel, category, group, month: openedAt.slice(0, 7) };
}

/** A message of a ticket as a fact for core. */
export function messageFrom(message: StoredMessage, ticket: StoredTicket): Message {
  const wrapped = (texts: readonly string[]): readonly Personal[] => texts.map((text) => Personal.of(text));
  return {
    type: 'message',
    id: messageId(ticket.id, message.id),
    dossier: dossierId(ticket.id),
    at: new Date(message.at),
    channel: message.channel,
    direction: message.direction,
    author: authorOf(message),
    from: wrapped(message.from),
    to: wrapped(message.to),
    copies: wrapped([...message.cc, ...message.bcc]),
    attendees: wrapped(message.attendees),
    recipients: message.recipients.map(personId),
    opensDossier: message.opensTicket,
  };
}

function authorOf({ author }: StoredMessage): PersonId | 'system' | 'unknown' {
  return author === 'system' || author === 'unknown' ? author : personId(author);
}

function stateOf({ archived, status }: StoredTicket): Dossier['state'] {
  if (archived) return 'archived';
  return status === 'solved' || status === 'closed' ? 'closed' : 'open';
}
