import type { StoredPerson, StoredTicket } from '../src/schema.ts';
import { makeDesk } from '../src/open.ts';
import { fileTextOf } from '../src/store.ts';
import { messageFrom } from '../src/stored-message.ts';
import { temporaryFolder } from './folder.ts';

const at = '2026-05-04T08:00:00.000Z';

/** A web ticket of account p1 with nothing special in it, changed as the test wants. */
export function plainTicket(number: number, changes: Partial<StoredTicket> = {}): StoredTicket {
  const title = changes.title ?? `Question ${String(number)}`;
  return {
    id: `t${String(number)}`,
    title,
    form: 'plain',
    description: 'What are your opening hours?',
    status: 'open',
    archived: false,
    category: 'Questions',
    company: 'Falk & Daughters',
    channel: 'web',
    group: 'First line',
    openedBy: 'p1',
    requester: 'p1',
    openedAt: at,
    updatedAt: at,
    fields: [],
    followers: [],
    log: [{ at, by: 'p1', about: 'title', old: '', new: title }],
    attachments: [],
    messages: [],
    outbox: [],
    ...changes,
  };
}

/** A mail from p1 with a text. */
export function plainMail(number: number, body: string): StoredTicket['messages'][number] {
  return messageFrom({
    id: `m${String(number)}`,
    at,
    channel: 'mail',
    direction: 'incoming',
    author: 'p1',
    body,
    subject: body,
  });
}

/** An end user with one address, changed as the test wants. */
export function plainCard(number: number, changes: Partial<StoredPerson> = {}): StoredPerson {
  return {
    id: `p${String(number)}`,
    name: `Person ${String(number)}`,
    kind: 'end-user',
    login: `person${String(number)}`,
    addresses: [{ id: 'a1', text: `person${String(number)}@falk.test` }],
    phones: [],
    number: '',
    fields: [],
    log: [],
    access: [{ id: 'signin', label: 'sign-in', open: true }],
    opened: 0,
    lastActivity: at,
    updatedAt: at,
    ...changes,
  };
}

/** A folder with a desk of these tickets and cards. */
export function deskWith(tickets: Iterable<StoredTicket>, cards: readonly StoredPerson[] = [plainCard(1)]): string {
  const folder = temporaryFolder();
  makeDesk(folder, filesOf(tickets, cards));
  return folder;
}

function* filesOf(
  tickets: Iterable<StoredTicket>,
  cards: readonly StoredPerson[],
): Generator<{ readonly name: string; readonly text: string }> {
  let count = 0;
  for (const ticket of tickets) {
    count += 1;
    yield { name: `tickets/${ticket.id}.json`, text: fileTextOf(ticket) };
  }
  for (const card of cards) yield { name: `people/${card.id}.json`, text: fileTextOf(card) };
  yield { name: 'desk.json', text: fileTextOf({ format: 1, seed: 'plain', people: cards.length, tickets: count }) };
}
