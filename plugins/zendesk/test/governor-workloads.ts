import { HostError } from '@lethe/core';
import { appLimits, oauthLimits } from '../src/governor/limits.ts';
import type { ZendeskPlan } from '../src/governor/limits.ts';
import { governed } from '../src/governor/governor.ts';
import type { Call, HttpPort } from '../src/http-port.ts';
import { EventClock } from '../../../test/event-clock.ts';

/** Calls by sort, as the limits tell them apart. `thing` is the ticket or user that is changed. */
export interface Task {
  readonly sort: 'read' | 'search' | 'redaction' | 'ticket-update' | 'user-update' | 'identity';
  readonly thing: number;
}

/** What a governor is measured on. */
export interface Workload {
  readonly name: string;
  readonly tasks: readonly Task[];
  readonly signIn: 'app' | 'oauth';
  readonly plan?: ZendeskPlan;
  /** `together`: everything is handed in at once. `in-turn`: one call after the other, as a run does; who steps aside is first again when its time has come. */
  readonly handedIn: 'together' | 'in-turn';
  /** How long a call takes, in milliseconds. */
  readonly latency?: number;
  readonly concurrency?: number;
}

/** How it went. */
export interface Measured {
  readonly name: string;
  readonly calls: number;
  readonly seconds: number;
  /** No schedule the limits allow is faster, whatever its order. */
  readonly fastest: number;
  /** No governor is faster with calls that come in this order; with `together`, where it may choose, the same as `fastest`. */
  readonly fastestInOrder: number;
  /** Stretches of time in which a limit was exceeded. */
  readonly exceeded: number;
  readonly steppedAside: number;
}

interface Rule {
  readonly calls: number;
  readonly seconds: number;
  readonly key: (task: Task) => string | undefined;
}

const accounts: Readonly<Record<ZendeskPlan, number>> = {
  team: 200,
  growth: 400,
  professional: 400,
  enterprise: 700,
  'enterprise-plus': 2500,
  'high-volume': 2500,
};

/** The documentation again, by sort instead of by path: nothing of the governor's own is used to judge it. */
function rulesOf({ signIn, plan = 'team' }: Workload): readonly Rule[] {
  const account = accounts[plan];
  const updates = (task: Task): boolean => task.sort === 'redaction' || task.sort === 'ticket-update';
  const only = (sort: Task['sort']) => (task: Task) => (task.sort === sort ? 'all' : undefined);
  return [
    { calls: account, seconds: 60, key: () => 'all' },
    ...(signIn === 'app'
      ? [
          { calls: 100, seconds: 60, key: () => 'all' },
          { calls: 700, seconds: 300, key: () => 'all' },
        ]
      : []),
    { calls: 30, seconds: 600, key: (task) => (updates(task) ? String(task.thing) : undefined) },
    { calls: plan === 'high-volume' ? 300 : 100, seconds: 60, key: (task) => (updates(task) ? 'all' : undefined) },
    { calls: 5, seconds: 60, key: (task) => (task.sort === 'user-update' ? String(task.thing) : undefined) },
    { calls: 1, seconds: 1, key: only('user-update') },
    { calls: 100, seconds: 60, key: only('search') },
  ];
}

/** Runs a workload through a governor on a virtual clock, before a Zendesk that answers after a while and counts at any moment in it. */
export async function measureGovernor(workload: Workload): Promise<Measured> {
  const { name, tasks, signIn, plan, handedIn, latency = 200, concurrency = 4 } = workload;
  const clock = new EventClock();
  const begin = clock.now().getTime();
  const log: { readonly task: Task; readonly at: number }[] = [];
  const taskOf = new Map(tasks.map((task) => [callFor(task), task]));
  const port: HttpPort = async (call) => {
    const before = latency * (((log.length * 7) % 11) / 10);
    await clock.wait(before);
    log.push({ task: taskOf.get(call) ?? tasks[0]!, at: clock.now().getTime() });
    await clock.wait(latency - before);
    return { status: 200, headers: {}, json: {} };
  };
  const limits = signIn === 'app' ? appLimits(plan) : oauthLimits(plan);
  const governor = governed(port, { clock, limits, concurrency });
  const calls = [...taskOf.keys()];
  const steppedAside = await clock.during(
    handedIn === 'together' ? together(governor, calls, clock) : inTurn(governor, calls, clock),
  );
  const seconds = (clock.now().getTime() - begin) / 1000;
  const exceeded = rulesOf(workload).reduce((sum, rule) => sum + exceededBy(log, rule), 0);
  const fastest = fastestFor(workload);
  const fastestInOrder = handedIn === 'together' ? fastest : fastestInTurn(workload);
  return { name, calls: log.length, seconds, fastest, fastestInOrder, exceeded, steppedAside };
}

/**
 * The latest of what each limit alone allows at the earliest. Of n calls under "so many in a stretch", call m begins a stretch after
 * call m - many at the earliest, and the first ones as fast as calls follow each other: exact where one limit binds all calls.
 */
function fastestFor(workload: Workload): number {
  const { tasks, latency = 200, concurrency = 4, handedIn } = workload;
  const atATime = handedIn === 'together' ? concurrency : 1;
  const turns = (count: number): number => (Math.ceil(count / atATime) * latency) / 1000;
  const alone = rulesOf(workload).flatMap(({ calls, seconds, key }) =>
    [...countsOf(tasks, key).values()].map((count) => {
      const stretches = Math.floor((count - 1) / calls);
      return stretches * seconds + turns(count - stretches * calls);
    }),
  );
  return Math.max(turns(tasks.length), ...alone);
}

/**
 * When the last call ends if each begins at the first moment its limits allow, knowing to the instant when Zendesk counts; a ticket that
 * had its share goes on when it may again.
 */
function fastestInTurn(workload: Workload): number {
  const { tasks, latency = 200 } = workload;
  const rules = rulesOf(workload);
  const begun = new Map<string, number[]>();
  let line = tasks.map((task) => ({ task, from: 0 }));
  let now = 0;
  while (line.length > 0) {
    const next = line.find(({ from }) => from <= now);
    if (next === undefined) {
      now = Math.min(...line.map(({ from }) => from));
      continue;
    }
    line = line.filter((one) => one !== next);
    const opens = rules.map((rule, index) => {
      const times = timesOf(begun, `${String(index)} ${rule.key(next.task) ?? ''}`);
      const before = rule.key(next.task) === undefined ? undefined : times[times.length - rule.calls];
      return { times, isTicket: rule.seconds === 600, at: before === undefined ? 0 : before + rule.seconds };
    });
    const others = Math.max(now, ...opens.filter(({ isTicket }) => !isTicket).map(({ at }) => at));
    const own = Math.max(0, ...opens.filter(({ isTicket }) => isTicket).map(({ at }) => at));
    if (own > others) {
      line.unshift({ task: next.task, from: own });
      continue;
    }
    for (const { times } of opens) times.push(others);
    now = others + latency / 1000;
  }
  return now;
}

function timesOf(begun: Map<string, number[]>, name: string): number[] {
  const known = begun.get(name) ?? [];
  begun.set(name, known);
  return known;
}

function exceededBy(
  log: readonly { readonly task: Task; readonly at: number }[],
  { calls, seconds, key }: Rule,
): number {
  const times = new Map<string, number[]>();
  for (const { task, at } of log) {
    const thing = key(task);
    if (thing !== undefined) times.set(thing, [...(times.get(thing) ?? []), at]);
  }
  return [...times.values()].reduce((sum, some) => {
    const sorted = [...some].sort((one, other) => one - other);
    return sum + sorted.filter((at, index) => (sorted[index + calls] ?? Infinity) - at < seconds * 1000).length;
  }, 0);
}

function countsOf(tasks: readonly Task[], key: Rule['key']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const task of tasks) {
    const thing = key(task);
    if (thing !== undefined) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  }
  return counts;
}

async function together(governor: HttpPort, calls: readonly Call[], clock: EventClock): Promise<number> {
  const asides = await Promise.all(
    calls.map(async (call) => {
      for (let aside = 0; ; aside += 1) {
        const later = await laterFor(governor, call);
        if (later === undefined) return aside;
        await clock.wait(later.getTime() - clock.now().getTime());
      }
    }),
  );
  return asides.reduce((sum, one) => sum + one, 0);
}

async function inTurn(governor: HttpPort, calls: readonly Call[], clock: EventClock): Promise<number> {
  let line = calls.map((call) => ({ call, from: 0 }));
  let asides = 0;
  while (line.length > 0) {
    const now = clock.now().getTime();
    const next = line.find(({ from }) => from <= now);
    if (next === undefined) {
      await clock.wait(Math.min(...line.map(({ from }) => from)) - now);
      continue;
    }
    line = line.filter((one) => one !== next);
    const later = await laterFor(governor, next.call);
    if (later !== undefined) {
      asides += 1;
      line.unshift({ call: next.call, from: later.getTime() });
    }
  }
  return asides;
}

/** Makes a call; answers when to make it again, if it had to step aside. */
async function laterFor(governor: HttpPort, call: Call): Promise<Date | undefined> {
  try {
    await governor(call);
    return undefined;
  } catch (error) {
    if (error instanceof HostError && error.waits === 'call' && error.retryAt !== undefined) return error.retryAt;
    throw error;
  }
}

function callFor({ sort, thing }: Task): Call {
  const id = String(thing);
  switch (sort) {
    case 'read':
      return { what: 'read comments', method: 'GET', path: `/api/v2/tickets/${id}/comments` };
    case 'search':
      return { what: 'search', method: 'GET', path: '/api/v2/search/export' };
    case 'redaction':
      return { what: 'redact', method: 'PUT', path: '/api/v2/comment_redactions/1', body: { ticket_id: thing } };
    case 'ticket-update':
      return {
        what: 'update',
        method: 'PUT',
        path: '/api/v2/tickets/update_many.json',
        body: { tickets: [{ id: thing }] },
      };
    case 'user-update':
      return { what: 'update', method: 'PUT', path: `/api/v2/users/${id}`, body: {} };
    case 'identity':
      return { what: 'remove', method: 'DELETE', path: `/api/v2/users/1/identities/${id}` };
  }
}

/** So many tasks of a sort. */
export function tasksOf(sort: Task['sort'], count: number, thing = 1): readonly Task[] {
  return Array.from({ length: count }, () => ({ sort, thing }));
}

/** The person of a run: searches, reads, redactions by ticket, the rest, the user, in the order of a run. */
export function personWith(redactions: readonly number[], { searches = 2, identities = 2 } = {}): readonly Task[] {
  return [
    ...tasksOf('search', searches),
    ...redactions.map((_, ticket) => ({ sort: 'read' as const, thing: ticket + 1 })),
    ...tasksOf('user-update', 1),
    ...redactions.flatMap((count, ticket) => tasksOf('redaction', count, ticket + 1)),
    ...(redactions.length === 0 ? [] : tasksOf('ticket-update', 1, 1)),
    ...tasksOf('user-update', 1),
    ...tasksOf('identity', identities),
  ];
}

/** For benches: families whose fastest schedule is known exactly, and people as they occur. */
export const governorWorkloads: readonly Workload[] = [
  { name: 'reads of an app', tasks: tasksOf('read', 1000), signIn: 'app', handedIn: 'in-turn' },
  {
    name: 'reads with a token, Enterprise',
    tasks: tasksOf('read', 2000),
    signIn: 'oauth',
    plan: 'enterprise',
    handedIn: 'together',
  },
  { name: 'one long ticket', tasks: tasksOf('redaction', 100), signIn: 'app', handedIn: 'in-turn' },
  {
    name: 'a long ticket among others',
    tasks: [
      ...tasksOf('redaction', 60, 1),
      ...Array.from({ length: 100 }, (_, ticket) => tasksOf('redaction', 9, ticket + 2)).flat(),
    ],
    signIn: 'app',
    handedIn: 'in-turn',
  },
  { name: 'one user, many updates', tasks: tasksOf('user-update', 40), signIn: 'oauth', handedIn: 'in-turn' },
  {
    name: 'a person of 100 tickets and 600 comments',
    tasks: personWith(Array.from({ length: 100 }, () => 6)),
    signIn: 'app',
    handedIn: 'in-turn',
  },
  {
    name: 'a person of 1000 tickets and 6000 comments',
    tasks: personWith(
      Array.from({ length: 1000 }, () => 6),
      { searches: 3, identities: 3 },
    ),
    signIn: 'app',
    handedIn: 'in-turn',
  },
];
