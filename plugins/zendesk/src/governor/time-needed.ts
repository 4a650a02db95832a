import type { Call } from '../http-port.ts';
import type { Limit } from './limits.ts';

/** How many calls of each sort a piece of work takes. */
export interface WorkCounts {
  /** Lists, comments, users: whatever is only read. */
  readonly reads: number;
  /** Pages of exported searches. */
  readonly searches: number;
  /** Redactions of each ticket. */
  readonly redactionsByTicket: readonly number[];
  /** Calls that update tickets, however many each. */
  readonly ticketUpdates: number;
  /** Updates of the person's own record. */
  readonly userUpdates: number;
  /** Calls about identities, sessions and the like, which only the account's own limit counts. */
  readonly identities: number;
}

/** How long Zendesk takes for a call, as a rule. */
const SECONDS_A_CALL = 0.3;

/**
 * How long the work takes if its calls are made one after the other, each as early as the limits allow, and a ticket that had its
 * share is put off until the others are done. In seconds. It knows nothing of other users of the account.
 */
export function timeNeeded(work: WorkCounts, limits: readonly Limit[], secondsACall = SECONDS_A_CALL): number {
  const past = new Map<string, number[]>();
  return callsOf(work).reduce((clock, call) => {
    const windows = limits.flatMap((limit) =>
      limit.counts(call).map((key) => ({ limit, times: timesIn(past, `${limit.name} ${key}`) })),
    );
    const begins = windows.reduce((time, { limit, times }) => Math.max(time, opens(limit, times)), clock);
    for (const { times } of windows) times.push(begins + secondsACall);
    return begins + secondsACall;
  }, 0);
}

function timesIn(past: Map<string, number[]>, name: string): number[] {
  const known = past.get(name) ?? [];
  past.set(name, known);
  return known;
}

function opens({ calls, seconds }: Limit, times: readonly number[]): number {
  const before = times[times.length - calls];
  return before === undefined ? 0 : before + seconds;
}

/** Calls as a run makes them: find, read, restrict, redact, the rest of the tickets, the person. */
function callsOf(work: WorkCounts): readonly Call[] {
  const person = { method: 'PUT', path: '/api/v2/users/1' } as const;
  const first = Math.min(1, work.userUpdates);
  return [
    ...many(work.searches, { method: 'GET', path: '/api/v2/search/export' }),
    ...many(work.reads, { method: 'GET', path: '/api/v2/tickets/1/comments' }),
    ...many(first, person),
    ...redactions(work.redactionsByTicket),
    ...many(work.ticketUpdates, { method: 'PUT', path: '/api/v2/tickets/update_many', query: { ids: 'several' } }),
    ...many(work.userUpdates - first, person),
    ...many(work.identities, { method: 'DELETE', path: '/api/v2/users/1/identities/1' }),
  ];
}

/** A ticket's first thirty, then the next ticket's; what is left of each comes after all of them. */
function redactions(byTicket: readonly number[], share = 30): readonly Call[] {
  const now = byTicket.flatMap((count, ticket) => many(Math.min(count, share), redactionOf(ticket)));
  const rest = byTicket.map((count) => Math.max(0, count - share));
  return rest.some((count) => count > 0) ? [...now, ...redactions(rest, share)] : now;
}

function redactionOf(ticket: number): Omit<Call, 'what'> {
  return { method: 'PUT', path: '/api/v2/comment_redactions/1', body: { ticket_id: ticket } };
}

function many(count: number, call: Omit<Call, 'what'>): readonly Call[] {
  return Array.from({ length: Math.max(0, count) }, () => ({ what: 'make it ready', ...call }));
}
