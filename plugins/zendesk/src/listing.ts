import { HostError } from '@lethe/core';
import type { Identifiers, Scope, Spot } from '@lethe/core';
import pMap, { pMapIterable } from 'p-map';
import { accountSpots, recordSpot } from './account.ts';
import * as api from './api.ts';
import type { WholeUser } from './api.ts';
import { ifThere } from './ask.ts';
import { helpSpots } from './help-center.ts';
import { userNumberOf } from './ids.ts';
import type { Page } from './pages.ts';
import { AT_ONCE } from './people.ts';
import { settingFor, spotsIn, viewOf } from './reading.ts';
import type { Found, Reading } from './reading.ts';
import type { SideUser, Ticket } from './schema.ts';
import { searchTermsFor } from './search-terms.ts';
import { suspendedSpots } from './suspended.ts';

/** What scopes lead to. */
interface Wanted extends Found {
  readonly users: Map<number, SideUser>;
  readonly accounts: readonly WholeUser[];
  /** Whether the queue of suspended tickets is looked through. */
  readonly suspended: boolean;
}

/** Spots of some scopes, each once, a ticket read once whatever leads to it; a user's own last. */
export async function* listedSpots(reading: Reading, scopes: readonly Scope[]): AsyncGenerator<Spot> {
  const wanted = await wantedBy(reading, scopes);
  yield* spotsOfTickets(reading, wanted);
  if (wanted.suspended && reading.options.suspendedTickets) yield* await suspendedSpots(reading.line);
  for (const { user } of wanted.accounts) if (reading.options.helpCenter) yield* await helpSpots(reading.line, user.id);
  for (const whole of wanted.accounts) yield* await spotsOfAccount(reading, whole, wanted.tickets);
}

async function* spotsOfTickets(reading: Reading, wanted: Wanted): AsyncGenerator<Spot> {
  const { options } = reading;
  const setting = await settingFor(reading, wanted.tickets);
  const beside = {
    comments: true,
    copies: true,
    audits: options.auditLog === 'counted',
    side: options.sideConversations === 'listed',
  };
  const views = pMapIterable(wanted.tickets, (ticket) => viewOf(reading, { ticket, setting, found: wanted }, beside), {
    concurrency: AT_ONCE,
  });
  for await (const view of views) if (view !== undefined) yield* spotsIn(view);
}

/** A user's own spots; whether there are sessions takes a call. Nothing is left of one who was deleted for good. */
export async function spotsOfAccount(
  { line, people, options }: Reading,
  whole: WholeUser,
  tickets: readonly Ticket[] = [],
): Promise<readonly Spot[]> {
  const number = String(whole.user.id);
  if (options.deleteUser && !whole.user.active && !(await api.isInBin(line, number))) return [];
  const sessions = options.sessions && whole.user.active ? await ifThere(api.sessionsOf(line, number)) : undefined;
  const person = await people.personOf(whole);
  const spots = accountSpots(whole, person, options.sessions ? (sessions ?? 0) : undefined);
  return options.deleteUser ? [...spots, recordSpot(whole, person, tickets)] : spots;
}

/** Asks for all lists and searches, a few at once; a list of a user who is gone is empty. */
async function wantedBy(reading: Reading, scopes: readonly Scope[]): Promise<Wanted> {
  const numbers = scopes.flatMap((scope) => (scope.by === 'person' ? [userNumberOf(scope.person) ?? '0'] : []));
  const accounts = await pMap(numbers, (number) => ifThere(api.userById(reading.line, number)), {
    concurrency: AT_ONCE,
  });
  const there = accounts.filter((whole) => whole !== undefined);
  const asks = [
    ...there.flatMap((whole) => listsOf(reading, whole)),
    ...scopes.flatMap((scope) => searchesOf(reading, scope)),
  ];
  const pages = await pMap(asks, (ask) => ask(), { concurrency: AT_ONCE });
  const tickets = new Map(pages.flatMap(({ rows }) => rows.map((ticket) => [ticket.id, ticket] as const)));
  return {
    tickets: [...tickets.values()].sort((one, other) => one.id - other.id),
    users: new Map(pages.flatMap(({ users }) => users.map((user) => [user.id, user] as const))),
    wanted: new Set(there.map(({ user }) => user.id)),
    accounts: there,
    suspended: scopes.some(({ by }) => by !== 'dossier'),
  };
}

type Ask = () => Promise<Page<Ticket>>;

/** Only agents follow tickets. */
function listsOf({ line }: Reading, { user }: WholeUser): readonly Ask[] {
  const parts =
    user.role === 'end-user' ? (['requested', 'ccd'] as const) : (['requested', 'ccd', 'followed'] as const);
  return parts.map((part) => async () => (await ifThere(api.ticketsOf(line, String(user.id), part))) ?? nothing);
}

const nothing: Page<Ticket> = { rows: [], users: [] };

function searchesOf(reading: Reading, scope: Scope): readonly Ask[] {
  switch (scope.by) {
    case 'person':
      return [];
    case 'mention':
      return mentionsOf(reading, scope.who);
    case 'dossier':
      return [() => ticketAt(reading, scope.dossier)];
    case 'everything':
      throw new HostError('rejected', 'Zendesk cannot be asked for everything at once: ask by person or by mention.');
  }
}

function mentionsOf({ line, options }: Reading, who: Identifiers): readonly Ask[] {
  return searchTermsFor(who).map((term) => async () => ({
    rows: await api.ticketsWith(line, term, options.searchPage),
    users: [],
  }));
}

async function ticketAt({ line }: Reading, dossier: string): Promise<Page<Ticket>> {
  const number = /^t(\d+)$/.exec(dossier)?.[1];
  if (number === undefined)
    throw new HostError('rejected', 'Zendesk does not show this on its own: ask by person or by mention.');
  return api.ticketsByNumber(line, [Number(number)]);
}
