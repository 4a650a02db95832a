import { HostError } from '@lethe/core';
import pMap from 'p-map';
import { governed } from '../src/governor/governor.ts';
import { HourlyPoints } from '../src/governor/hourly-points.ts';
import type { Answer, Call, HttpPort } from '../src/http-port.ts';
import { EventClock } from '../../../test/event-clock.ts';
import { StrictSite } from './strict-site.ts';

/** Calls by sort. `issue` is the one that is read or written. */
export interface Task {
  readonly sort: 'search' | 'read' | 'comment' | 'attachment' | 'issue';
  readonly issue: number;
}

/** What a governor is measured on. */
export interface Workload {
  readonly name: string;
  readonly tasks: readonly Task[];
  /** `together`: everything at once. `as-a-run`: fifty after fifty, ten side by side, issues taking turns, as a run's groups are carried out. */
  readonly handedIn: 'together' | 'as-a-run';
  /** How long a call takes, in milliseconds; 150 unless told. */
  readonly latency?: number;
  readonly concurrency?: number;
  /** Points an hour. */
  readonly share?: number;
}

/** How it went. */
export interface Measured {
  readonly name: string;
  readonly calls: number;
  readonly seconds: number;
  /** What each limit alone takes, the longest of them: `T = max(C/50, A/50, max 30·(⌈w/100⌉−1))`. No schedule is faster in the long run. */
  readonly floor: number;
  /** The same with calls that take their time, so many side by side. */
  readonly fastest: number;
  /** How often a limit was exceeded. */
  readonly exceeded: number;
  /** Calls that were made to wait outside. */
  readonly steppedAside: number;
}

/** Runs a workload through a governor on a virtual clock, before a Jira that answers after a while and counts at any moment in it. */
export async function measureGovernor(workload: Workload): Promise<Measured> {
  const { name, tasks, handedIn, latency = 150, concurrency = 10, share } = workload;
  const clock = new EventClock();
  const begin = clock.now().getTime();
  const site = new StrictSite(clock);
  const state = { calls: 0 };
  const taskOf = new Map(tasks.map((task) => [callFor(task), task]));
  const port: HttpPort = async (call) => {
    const before = latency * (((state.calls * 7) % 11) / 10);
    state.calls += 1;
    await clock.wait(before);
    const { sort, issue } = taskOf.get(call) ?? { sort: 'read', issue: 0 };
    const issues = sort === 'search' || sort === 'read' ? [] : [String(issue)];
    site.count({ endpoint: call.endpoint, issues, points: costs[sort] });
    await clock.wait(latency - before);
    return answers[sort];
  };
  const points = new HourlyPoints(share === undefined ? {} : { share });
  const governor = governed(port, { clock, concurrency, points });
  const calls = [...taskOf.keys()];
  const steppedAside = await clock.during(
    handedIn === 'together' ? together(governor, calls, clock) : asARun(governor, calls, clock),
  );
  const seconds = (clock.now().getTime() - begin) / 1000;
  const floor = floorOf(tasks);
  const fastest = Math.max(floor, (Math.ceil(tasks.length / concurrency) * latency) / 1000);
  return { name, calls: state.calls, seconds, floor, fastest, exceeded: site.exceeded(share), steppedAside };
}

const fine: Answer = { status: 200, headers: {}, json: {} };
const page: Answer = { ...fine, json: { issues: Array.from({ length: 100 }, () => ({})) } };
const answers: Readonly<Record<Task['sort'], Answer>> = {
  search: page,
  read: fine,
  comment: fine,
  attachment: fine,
  issue: fine,
};
const costs: Readonly<Record<Task['sort'], number>> = { search: 101, read: 2, comment: 1, attachment: 1, issue: 1 };
const rates: Readonly<Record<Task['sort'], number>> = {
  search: 100,
  read: 150,
  comment: 50,
  attachment: 50,
  issue: 50,
};

/** `max(C/50, A/50, max 30·(⌈w/100⌉−1))`, and the same of the other limits. */
function floorOf(tasks: readonly Task[]): number {
  const bySort = [...groupsOf(tasks, ({ sort }) => sort)].map(([sort, some]) => some.length / rates[sort]);
  const writes = tasks.filter(({ sort }) => sort !== 'search' && sort !== 'read');
  const byIssue = [...groupsOf(writes, ({ issue }) => issue).values()].map(({ length }) =>
    Math.max(30 * (Math.ceil(length / 100) - 1), 2 * (Math.ceil(length / 20) - 1)),
  );
  return Math.max(0, ...bySort, ...byIssue);
}

async function together(governor: HttpPort, calls: readonly Call[], clock: EventClock): Promise<number> {
  const asides = await Promise.all(
    calls.map(async (call) => {
      for (let aside = 0; ; aside += 1) {
        const later = await laterFor(governor, call);
        if (later === undefined) return aside;
        await clock.wait(later.retryAt.getTime() - clock.now().getTime());
      }
    }),
  );
  return asides.reduce((sum, one) => sum + one, 0);
}

const GROUP = 50;
const SIDE_BY_SIDE = 10;

interface Group {
  readonly calls: readonly Call[];
  readonly from: number;
}

/** Groups one after the other; what is left of one whose issue has to wait comes back in its turn, while others go on. */
async function asARun(governor: HttpPort, calls: readonly Call[], clock: EventClock): Promise<number> {
  let line: readonly Group[] = Array.from({ length: Math.ceil(calls.length / GROUP) }, (_, group) => ({
    calls: calls.slice(group * GROUP, (group + 1) * GROUP),
    from: 0,
  }));
  let asides = 0;
  while (line.length > 0) {
    const now = clock.now().getTime();
    const next = line.find(({ from }) => from <= now);
    if (next === undefined) {
      await clock.wait(Math.min(...line.map(({ from }) => from)) - now);
      continue;
    }
    const { left, from } = await carriedOut(governor, next.calls, clock);
    line = line.flatMap((one) => (one !== next ? [one] : left.length > 0 ? [{ calls: left, from }] : []));
    asides += left.length > 0 ? 1 : 0;
  }
  return asides;
}

async function carriedOut(governor: HttpPort, calls: readonly Call[], clock: EventClock) {
  const held = new Map<string, number>();
  const left: Call[] = [];
  const make = async (call: Call): Promise<void> => {
    const issue = call.params?.['issue'] ?? '';
    const wasHeld = held.has(issue);
    const later = wasHeld ? undefined : await laterFor(governor, call);
    if (wasHeld || later !== undefined) left.push(call);
    if (later?.waits === 'call') held.set(issue, later.retryAt.getTime());
    if (later?.waits === 'host') await clock.wait(later.retryAt.getTime() - clock.now().getTime());
  };
  await pMap(interleaved(calls), make, { concurrency: SIDE_BY_SIDE });
  return { left, from: Math.min(Infinity, ...held.values(), ...(held.size === 0 ? [0] : [])) };
}

function interleaved(calls: readonly Call[]): readonly Call[] {
  const queues = [...groupsOf(calls, ({ params }) => params?.['issue']).values()];
  const longest = Math.max(0, ...queues.map((queue) => queue.length));
  return Array.from({ length: longest }, (_, turn) => queues.flatMap((queue) => queue.slice(turn, turn + 1))).flat();
}

/** Makes a call; answers when to make it again, if it is to wait outside. */
async function laterFor(
  governor: HttpPort,
  call: Call,
): Promise<{ readonly retryAt: Date; readonly waits: 'host' | 'call' } | undefined> {
  try {
    await governor(call);
    return undefined;
  } catch (error) {
    if (error instanceof HostError && error.retryAt !== undefined)
      return { retryAt: error.retryAt, waits: error.waits };
    throw error;
  }
}

function callFor({ sort, issue }: Task): Call {
  const params = { issue: String(issue) };
  switch (sort) {
    case 'search':
      return { what: 'search', endpoint: 'POST /rest/api/3/search/jql', body: { maxResults: 100 } };
    case 'read':
      return { what: 'read', endpoint: 'GET /rest/api/3/issue/{issue}', params };
    case 'comment':
      return {
        what: 'change a comment',
        endpoint: 'PUT /rest/api/3/issue/{issue}/comment/{comment}',
        params: { ...params, comment: '1' },
        body: {},
      };
    case 'attachment':
      return {
        what: 'delete a file',
        endpoint: 'DELETE /rest/api/3/attachment/{attachment}',
        params: { ...params, attachment: '1' },
      };
    case 'issue':
      return { what: 'change an issue', endpoint: 'PUT /rest/api/3/issue/{issue}', params, body: {} };
  }
}

function groupsOf<T, K>(some: readonly T[], key: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of some) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/** So many tasks of a sort on one issue. */
export function tasksOf(sort: Task['sort'], count: number, issue = 1): readonly Task[] {
  return Array.from({ length: count }, () => ({ sort, issue }));
}

/** The person of a run: pages of a search, comments by issue, files, in the order of a run. */
export function personWith(comments: readonly number[], files = 0): readonly Task[] {
  return [
    ...tasksOf('search', Math.ceil(comments.length / 100)),
    ...Array.from({ length: files }, (_, file) => ({
      sort: 'attachment' as const,
      issue: (file % Math.max(1, comments.length)) + 1,
    })),
    ...comments.flatMap((count, issue) => tasksOf('comment', count, issue + 1)),
  ];
}

/** For benches: families whose fastest schedule is known exactly, and people as they occur. */
export const governorWorkloads: readonly Workload[] = [
  { name: 'comments of many issues', tasks: personWith(Array.from({ length: 300 }, () => 10)), handedIn: 'together' },
  { name: 'one long issue', tasks: tasksOf('comment', 450), handedIn: 'as-a-run' },
  {
    name: 'a long issue among others',
    tasks: [
      ...tasksOf('comment', 350, 1),
      ...Array.from({ length: 900 }, (_, issue) => tasksOf('comment', 5, issue + 2)).flat(),
    ],
    handedIn: 'as-a-run',
  },
  {
    name: 'comments and files, side by side',
    tasks: personWith(
      Array.from({ length: 200 }, () => 10),
      2000,
    ),
    handedIn: 'together',
    concurrency: 20,
  },
  {
    name: 'a person of 200 issues, 600 comments and 40 files',
    tasks: personWith(
      Array.from({ length: 200 }, () => 3),
      40,
    ),
    handedIn: 'as-a-run',
  },
  {
    name: 'a person of 1000 issues, 3000 comments and 150 files',
    tasks: personWith(
      Array.from({ length: 1000 }, () => 3),
      150,
    ),
    handedIn: 'as-a-run',
  },
];
