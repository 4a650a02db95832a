import { unprocessable } from './answer.ts';
import type { Ticket, User } from './records.ts';
import { canSee } from './rights.ts';
import { hasPhrase, wordsIn } from './search-index.ts';
import type { Zendesk } from './zendesk.ts';

/** A query taken apart: words and phrases that must all be there, and filters. */
export interface Query {
  readonly phrases: readonly { readonly words: readonly string[]; readonly not: boolean }[];
  readonly filters: readonly { readonly name: string; readonly operator: string; readonly value: string }[];
}

const filterNames = new Set([
  ...['type', 'requester', 'cc', 'submitter', 'assignee', 'commenter', 'status', 'created', 'updated', 'tags'],
  ...['external_id', 'organization', 'group', 'email', 'phone', 'name', 'role', 'via', 'ticket_id'],
]);
const part = /(-?)(?:([a-z_]+)(:|<=|>=|<|>))?("([^"]*)"|\S+)/giu;

export function queryOf(text: string): Query {
  const phrases: { words: readonly string[]; not: boolean }[] = [];
  const filters: { name: string; operator: string; value: string }[] = [];
  for (const [all, minus = '', name = '', operator = '', raw = '', quoted] of text.matchAll(part)) {
    const value = quoted ?? raw;
    if (filterNames.has(name.toLowerCase())) filters.push({ name: name.toLowerCase(), operator, value });
    else phrases.push({ words: wordsIn(name === '' ? value : all), not: minus === '-' && quoted !== undefined });
  }
  return { phrases, filters };
}

/** Tickets of an agent's that match, the archived ones as well. */
export function foundTickets(zendesk: Zendesk, text: string, user: User): Ticket[] {
  const query = queryOf(text);
  return zendesk.tickets
    .where((ticket) => ticket.deleted === 'no' && canSee(zendesk, user, ticket))
    .filter((ticket) => says(zendesk, `ticket ${String(ticket.id)}`, query))
    .filter((ticket) => query.filters.every((filter) => fitsTicket(zendesk, ticket, filter)))
    .sort((one, other) => one.created_at.localeCompare(other.created_at) || one.id - other.id);
}

/** Users that match, those in the bin excepted. */
export function foundUsers(zendesk: Zendesk, text: string): User[] {
  const query = queryOf(text);
  return zendesk.users
    .where(({ active, erased }) => active && !erased)
    .filter((user) => says(zendesk, `user ${String(user.id)}`, query))
    .filter((user) => query.filters.every((filter) => fitsUser(zendesk, user, filter)));
}

function says(zendesk: Zendesk, key: string, { phrases }: Query): boolean {
  if (phrases.length === 0) return true;
  const words = zendesk.index.wordsOf(key, zendesk.milliseconds());
  return phrases.every((phrase) => phrase.not !== hasPhrase(words, phrase.words));
}

type Filter = Query['filters'][number];

function fitsTicket(zendesk: Zendesk, ticket: Ticket, { name, operator, value }: Filter): boolean {
  switch (name) {
    case 'type':
      return value === 'ticket';
    case 'requester':
      return isUser(zendesk, ticket.requester_id, value);
    case 'submitter':
      return isUser(zendesk, ticket.submitter_id, value);
    case 'assignee':
      return ticket.assignee_id !== null && isUser(zendesk, ticket.assignee_id, value);
    case 'cc':
      return ticket.email_cc_ids.some((id) => isUser(zendesk, id, value));
    case 'commenter':
      return zendesk.commentsOf(ticket.id).some(({ author_id }) => isUser(zendesk, author_id, value));
    case 'status':
      return compares(states.indexOf(ticket.status), operator, states.indexOf(value));
    case 'created':
      return compares(Date.parse(ticket.created_at), operator, Date.parse(value));
    case 'updated':
      return compares(Date.parse(ticket.updated_at), operator, Date.parse(value));
    case 'tags':
      return ticket.tags.includes(value);
    case 'external_id':
      return ticket.external_id === value;
    case 'organization':
      return String(ticket.organization_id) === value;
    case 'group':
      return String(ticket.group_id) === value;
    case 'via':
      return ticket.via.channel === value;
    case 'ticket_id':
      return String(ticket.id) === value;
    default:
      throw unprocessable('invalid', `Invalid search: ${name} is no property of tickets`);
  }
}

function fitsUser(zendesk: Zendesk, user: User, { name, value }: Filter): boolean {
  const holds = (type: string): boolean =>
    zendesk.identitiesOf(user.id).some((one) => one.type === type && one.value.toLowerCase() === value.toLowerCase());
  switch (name) {
    case 'type':
      return value === 'user';
    case 'email':
      return holds('email');
    case 'phone':
      return holds('phone_number') || user.phone === value;
    case 'name':
      return hasPhrase(wordsIn(user.name), wordsIn(value));
    case 'role':
      return user.role === value;
    case 'tags':
      return user.tags.includes(value);
    case 'external_id':
      return user.external_id === value;
    case 'organization':
      return String(user.organization_id) === value;
    default:
      throw unprocessable('invalid', `Invalid search: ${name} is no property of users`);
  }
}

/** The order `status<closed` goes by. */
const states: readonly string[] = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];

function compares(one: number, operator: string, other: number): boolean {
  switch (operator) {
    case '<':
      return one < other;
    case '>':
      return one > other;
    case '<=':
      return one <= other;
    case '>=':
      return one >= other;
    default:
      return one === other;
  }
}

function isUser(zendesk: Zendesk, user: number, value: string): boolean {
  const known = [String(user), zendesk.users.find(user)?.name, ...zendesk.identitiesOf(user).map((one) => one.value)];
  return known.some((one) => one?.toLowerCase() === value.toLowerCase());
}
