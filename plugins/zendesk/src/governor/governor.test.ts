import { describe, expect, it } from '@jest/globals';
import { HostError } from '@lethe/core';
import { virtualClock } from '@lethe/core/testing';
import fc from 'fast-check';
import { EventClock } from '../../../../test/event-clock.ts';
import { governorWorkloads, measureGovernor, personWith, tasksOf } from '../../test/governor-workloads.ts';
import type { Task } from '../../test/governor-workloads.ts';
import type { Answer, Call, HttpPort } from '../http-port.ts';
import { governed } from './governor.ts';
import { appLimits, oauthLimits } from './limits.ts';

const read: Call = { what: 'read a user', method: 'GET', path: '/api/v2/users/1' };
const fine: Answer = { status: 200, headers: {}, json: {} };

function redaction(ticket: number): Call {
  return { what: 'redact a comment', method: 'PUT', path: '/api/v2/comment_redactions/5', body: { ticket_id: ticket } };
}

function job(): Call {
  return { what: 'change tickets', method: 'PUT', path: '/api/v2/tickets/update_many.json', body: { tickets: [] } };
}

/** A Zendesk that gives these answers in turn, and then is fine; and what it was asked when. */
function answering(clock: { now(): Date }, ...answers: readonly Answer[]) {
  const seen: { readonly call: Call; readonly second: number }[] = [];
  const begin = clock.now().getTime();
  const port: HttpPort = async (call) => {
    seen.push({ call, second: (clock.now().getTime() - begin) / 1000 });
    return answers[seen.length - 1] ?? fine;
  };
  return { port, seen };
}

async function errorOf(work: Promise<unknown>): Promise<HostError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof HostError) return error;
  throw new TypeError('It was not refused.');
}

async function times(count: number, act: () => Promise<unknown>): Promise<void> {
  for (let one = 0; one < count; one += 1) await act();
}

/** Any amount of work; each user of so many is changed so often at most. */
function anyWork(users: number, updates: number): fc.Arbitrary<readonly Task[]> {
  return fc
    .record({
      reads: fc.nat(250),
      searches: fc.nat(130),
      identities: fc.nat(15),
      redactions: fc.array(fc.oneof(fc.nat(25), fc.nat(75)), { maxLength: 10 }),
      users: fc.array(fc.nat(updates), { maxLength: users }),
    })
    .map(({ reads, searches, identities, redactions, users }) => [
      ...redactions.flatMap((count, ticket) => tasksOf('redaction', count, ticket + 1)),
      ...users.flatMap((count, user) => tasksOf('user-update', count, user + 1)),
      ...tasksOf('search', searches),
      ...tasksOf('read', reads),
      ...tasksOf('identity', identities),
    ]);
}

function inAnyOrder(tasks: readonly Task[]): fc.Arbitrary<readonly Task[]> {
  return fc.shuffledSubarray([...tasks], { minLength: tasks.length });
}

const account = {
  signIn: fc.constantFrom('app', 'oauth'),
  plan: fc.constantFrom('team', 'professional', 'enterprise', 'enterprise-plus', 'high-volume'),
  handedIn: fc.constantFrom('together', 'in-turn'),
  latency: fc.integer({ min: 50, max: 400 }),
  concurrency: fc.integer({ min: 1, max: 8 }),
} as const;

/** What waits longest for its own limit first: tickets with more redactions than a ticket may have in ten minutes. */
function longestFirst(tasks: readonly Task[]): readonly Task[] {
  const of = ({ sort, thing }: Task): number => tasks.filter((one) => one.sort === sort && one.thing === thing).length;
  const stretches = new Map(
    tasks.map((task) => [
      `${task.sort} ${String(task.thing)}`,
      task.sort === 'redaction' ? Math.floor((of(task) - 1) / 30) : 0,
    ]),
  );
  const stretchesOf = ({ sort, thing }: Task): number => stretches.get(`${sort} ${String(thing)}`) ?? 0;
  return [...tasks].sort((one, other) => stretchesOf(other) - stretchesOf(one));
}

describe('the governor, whatever it is handed', () => {
  it('never exceeds a limit in any stretch of time, at whatever moment within a call Zendesk counts it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(account), anyWork(4, 8).chain(inAnyOrder), async (settings, tasks) => {
        const { exceeded, calls } = await measureGovernor({ name: 'any', tasks, ...settings });
        expect({ exceeded, calls }).toEqual({ exceeded: 0, calls: tasks.length });
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it('needs at most a tenth longer than the fastest schedule the limits allow, where what waits longest comes first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(account), anyWork(2, 2), async (settings, tasks) => {
        const { seconds, fastestInOrder } = await measureGovernor({
          name: 'any',
          tasks: longestFirst(tasks),
          ...settings,
        });
        expect(seconds).toBeLessThanOrEqual(fastestInOrder * 1.1 + 3);
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it('anonymizes any person in a tenth more than the fastest schedule at most', async () => {
    const person = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(person, fc.constantFrom('app', 'oauth'), async (redactions, signIn) => {
        const tasks = personWith([...redactions].sort((one, other) => other - one));
        const { seconds, fastestInOrder, exceeded } = await measureGovernor({
          name: 'a person',
          tasks,
          signIn,
          handedIn: 'in-turn',
        });
        expect(exceeded).toBe(0);
        expect(seconds).toBeLessThanOrEqual(fastestInOrder * 1.1);
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it.each(
    governorWorkloads.filter(({ tasks }) => tasks.length <= 2000).map((workload) => [workload.name, workload] as const),
  )(
    'needs at most a tenth longer than the fastest schedule of all for %s',
    async (_, workload) => {
      const { seconds, fastest, exceeded } = await measureGovernor(workload);
      expect(exceeded).toBe(0);
      expect(seconds).toBeLessThanOrEqual(fastest * 1.1);
    },
    60_000,
  );
});

describe('a ticket that was changed thirty times in ten minutes', () => {
  it('steps aside without a call, and others go on', async () => {
    const clock = virtualClock();
    const { port, seen } = answering(clock);
    const governor = governed(port, { clock, limits: appLimits() });
    await times(30, async () => governor(redaction(1)));
    const error = await errorOf(governor(redaction(1)));
    expect(error).toMatchObject({
      code: 'too-fast',
      waits: 'call',
      retryAt: new Date(clock.now().getTime() + 600_000),
    });
    await governor(redaction(2));
    expect(seen).toHaveLength(31);
    await clock.wait(600_000);
    await governor(redaction(1));
    expect(seen).toHaveLength(32);
  });

  it('is remembered among very many others', async () => {
    const clock = virtualClock();
    const [, , ticket] = oauthLimits();
    const governor = governed(answering(clock).port, { clock, limits: ticket === undefined ? [] : [ticket] });
    await times(30, async () => governor(redaction(1)));
    for (let other = 2; other < 700; other += 1) await governor(redaction(other));
    expect(await errorOf(governor(redaction(1)))).toMatchObject({ waits: 'call' });
  });

  it('counts what update_many changes in it', async () => {
    const clock = virtualClock();
    const governor = governed(answering(clock).port, { clock, limits: appLimits() });
    const many = { ...job(), body: { tickets: [{ id: 1 }, { id: 2 }] } };
    await times(30, async () => governor(many));
    expect(await errorOf(governor(redaction(2)))).toMatchObject({ waits: 'call' });
    await governor(redaction(3));
  });
});

describe('what Zendesk says of its limits', () => {
  const minute = { 'ratelimit-reset': '60' };

  it('raises the number taken for an unknown plan', async () => {
    const clock = virtualClock();
    const more = { ...fine, headers: { 'x-rate-limit': '700', 'x-rate-limit-remaining': '699', ...minute } };
    const governor = governed(answering(clock, more).port, { clock, limits: oauthLimits() });
    await times(700, async () => governor(read));
    expect(clock.waited).toEqual([]);
    await governor(read);
    expect(clock.waited).toEqual([60_000]);
  });

  it('holds calls back when others have used the account up', async () => {
    const clock = virtualClock();
    const spent = {
      ...fine,
      headers: { 'x-rate-limit': '400', 'x-rate-limit-remaining': '1', 'ratelimit-reset': '20' },
    };
    const { port, seen } = answering(clock, spent);
    const governor = governed(port, { clock, limits: oauthLimits('growth') });
    await times(3, async () => governor(read));
    expect(seen.map(({ second }) => second)).toEqual([0, 0, 20]);
  });

  it('holds back only the calls an endpoint header is about', async () => {
    const clock = virtualClock();
    const search = { ...read, path: '/api/v2/search/export' };
    const spent = { ...fine, headers: { 'zendesk-ratelimit-search-export': 'total=100; remaining=0; resets=41' } };
    const { port, seen } = answering(clock, spent);
    const governor = governed(port, { clock, limits: oauthLimits() });
    await times(1, async () => governor(search));
    await governor(read);
    await governor(search);
    expect(seen.map(({ second }) => second)).toEqual([0, 0, 41]);
  });

  it('holds for calls alike where nobody has documented the limit', async () => {
    const clock = virtualClock();
    const spent = { ...fine, headers: { 'zendesk-ratelimit-comments-index': 'total=50; remaining=0; resets=7' } };
    const { port, seen } = answering(clock, spent);
    const governor = governed(port, { clock, limits: oauthLimits() });
    await governor({ ...read, path: '/api/v2/tickets/1/comments' });
    await governor({ ...read, path: '/api/v2/tickets/2/audits' });
    await governor({ ...read, path: '/api/v2/tickets/3/comments' });
    expect(seen.map(({ second }) => second)).toEqual([0, 0, 7]);
  });

  it('of the account is believed more than the ticket a refused call is about', async () => {
    const clock = virtualClock();
    const spent = { 'x-rate-limit': '400', 'x-rate-limit-remaining': '0', 'retry-after': '9' };
    const { port, seen } = answering(clock, { status: 429, headers: spent, json: {} });
    const governor = governed(port, { clock, limits: oauthLimits() });
    expect(await errorOf(governor(redaction(1)))).toMatchObject({ waits: 'host' });
    await governor(read);
    expect(seen.map(({ second }) => second)).toEqual([0, 9]);
  });

  it('is believed for a day at most', async () => {
    const clock = virtualClock();
    const { port } = answering(clock, { status: 429, headers: { 'retry-after': '8640000' }, json: {} });
    const error = await errorOf(governed(port, { clock, limits: oauthLimits() })(read));
    expect(error.retryAt).toEqual(new Date(clock.now().getTime() + 86_400_000));
  });

  it('keeps the Help Center apart', async () => {
    const clock = virtualClock();
    const { port, seen } = answering(clock);
    const governor = governed(port, { clock, limits: oauthLimits('team') });
    await times(200, async () => governor(read));
    await governor({ ...read, path: '/api/v2/help_center/users/1/comments.json' });
    expect(seen.at(-1)?.second).toBe(0);
  });
});

describe('a refusal with 429', () => {
  const refused = (headers: Readonly<Record<string, string>> = {}, json: unknown = {}): Answer => ({
    status: 429,
    headers,
    json,
  });

  it('closes the account until Retry-After, and says so', async () => {
    const clock = virtualClock();
    const { port, seen } = answering(clock, refused({ 'retry-after': '17' }));
    const governor = governed(port, { clock, limits: oauthLimits() });
    const error = await errorOf(governor(read));
    expect(error).toMatchObject({ code: 'too-fast', waits: 'host', retryAt: new Date(clock.now().getTime() + 17_000) });
    expect(error.message).toBe('Zendesk asked to wait before it will read a user.');
    await governor(read);
    expect(seen.map(({ second }) => second)).toEqual([0, 17]);
  });

  it('closes 1, 2, 4 … 60 seconds where Zendesk does not say when, and begins anew after a call that went well', async () => {
    const clock = virtualClock();
    const { port, seen } = answering(clock, ...Array.from({ length: 8 }, () => refused()), fine, refused());
    const governor = governed(port, { clock, limits: oauthLimits() });
    await times(8, async () => errorOf(governor(read)));
    await governor(read);
    await errorOf(governor(read));
    await governor(read);
    const seconds = seen.map(({ second }) => second);
    expect(seconds.slice(1).map((second, index) => second - (seconds[index] ?? 0))).toEqual([
      1, 2, 4, 8, 16, 32, 60, 60, 0, 1,
    ]);
  });

  it('is about the ticket alone where the account is not used up, and then only that ticket steps aside', async () => {
    const clock = virtualClock();
    const { port, seen } = answering(
      clock,
      refused({ 'x-rate-limit': '400', 'x-rate-limit-remaining': '250', 'retry-after': '300' }),
    );
    const governor = governed(port, { clock, limits: oauthLimits() });
    expect(await errorOf(governor(redaction(1)))).toMatchObject({
      waits: 'call',
      retryAt: new Date(clock.now().getTime() + 300_000),
    });
    await governor(redaction(2));
    await governor(read);
    expect(seen.map(({ second }) => second)).toEqual([0, 0, 0]);
    expect(await errorOf(governor(redaction(1)))).toMatchObject({ waits: 'call' });
  });

  it('is about the account if the next call is refused too and nothing says of what', async () => {
    const clock = virtualClock();
    const { port } = answering(clock, refused(), refused());
    const governor = governed(port, { clock, limits: oauthLimits() });
    expect(await errorOf(governor(redaction(1)))).toMatchObject({ waits: 'call' });
    expect(await errorOf(governor(redaction(2)))).toMatchObject({ waits: 'host' });
  });

  it('of too many jobs makes only what starts jobs step aside', async () => {
    const clock = virtualClock();
    const { port, seen } = answering(
      clock,
      refused({ 'zendesk-ratelimit-inflight-jobs': 'total=30; remaining=0; resets=60' }, { error: 'TooManyJobs' }),
    );
    const governor = governed(port, { clock, limits: oauthLimits() });
    expect(await errorOf(governor(job()))).toMatchObject({ waits: 'call' });
    await governor(redaction(1));
    expect(seen.map(({ second }) => second)).toEqual([0, 0]);
  });
});

describe('thirty jobs', () => {
  const state = (id: number, status: string): Answer => ({
    ...fine,
    json: { job_status: { id: `j${String(id)}`, status } },
  });

  it('are the most: the next steps aside until one is seen finished', async () => {
    const clock = virtualClock();
    const queued = Array.from({ length: 30 }, (_, id) => state(id, 'queued'));
    const { port, seen } = answering(clock, ...queued, state(7, 'completed'));
    const governor = governed(port, { clock, limits: oauthLimits() });
    await times(30, async () => governor(job()));
    const error = await errorOf(governor(job()));
    expect(error).toMatchObject({ code: 'too-fast', waits: 'call' });
    await governor({ ...read, path: '/api/v2/job_statuses/j7' });
    await clock.wait((error.retryAt?.getTime() ?? 0) - clock.now().getTime());
    await governor(job());
    expect(seen).toHaveLength(32);
  });
});

describe('a job nobody asks about any more', () => {
  it('counts no longer after a quarter of an hour', async () => {
    const clock = virtualClock();
    const queued = Array.from({ length: 30 }, (_, id): Answer => ({
      ...fine,
      json: { job_status: { id: `j${String(id)}`, status: 'queued' } },
    }));
    const governor = governed(answering(clock, ...queued).port, { clock, limits: oauthLimits() });
    await times(30, async () => governor(job()));
    await clock.wait(14 * 60_000);
    expect(await errorOf(governor(job()))).toMatchObject({ waits: 'call' });
    await clock.wait(60_000);
    await governor(job());
  });
});

describe('calls that wait', () => {
  it('are given up when the wait is cut short, with the time they may be made', async () => {
    const clock = new EventClock();
    const { port, seen } = answering(clock);
    const governor = governed(port, { clock, limits: appLimits() });
    await clock.during(times(100, async () => governor(read)));
    const waiting = errorOf(governor(read));
    clock.interrupt();
    const error = await clock.during(waiting);
    expect(error).toMatchObject({ code: 'too-fast', waits: 'host', retryAt: new Date(clock.now().getTime() + 60_000) });
    expect(seen).toHaveLength(100);
  });

  it('go in the order they came; a later one goes ahead only if no earlier one waits longer for it', async () => {
    const clock = new EventClock();
    const { port, seen } = answering(clock);
    const governor = governed(port, { clock, limits: oauthLimits(), concurrency: 1 });
    const user = (what: string): Call => ({ what, method: 'PUT', path: '/api/v2/users/1' });
    const calls = [...Array.from({ length: 6 }, (_, one) => user(`user ${String(one)}`)), read];
    await clock.during(Promise.all(calls.map(async (call) => governor(call))));
    expect(seen.map(({ call, second }) => [call.what, second])).toEqual([
      ['user 0', 0],
      ['read a user', 0],
      ...[1, 2, 3, 4].map((one) => [`user ${String(one)}`, one]),
      ['user 5', 60],
    ]);
  });

  it('keep their turn: what comes later takes no place of theirs', async () => {
    const clock = new EventClock();
    const { port, seen } = answering(clock);
    const [account, ...others] = oauthLimits();
    const limits = account === undefined ? others : [{ ...account, calls: 2 }, ...others];
    const governor = governed(port, { clock, limits });
    const user: Call = { what: 'update a user', method: 'PUT', path: '/api/v2/users/1' };
    await clock.during(Promise.all([user, user, read].map(async (call) => governor(call))));
    expect(seen.map(({ call, second }) => [call.what, second])).toEqual([
      ['update a user', 0],
      ['update a user', 1],
      ['read a user', 60],
    ]);
  });

  it('do not begin more at a time than allowed, and one that failed makes place for the next', async () => {
    const clock = new EventClock();
    const state = { open: 0, most: 0, made: 0 };
    const port: HttpPort = async () => {
      state.open += 1;
      state.made += 1;
      state.most = Math.max(state.most, state.open);
      await clock.wait(100);
      state.open -= 1;
      if (state.made % 3 === 0) throw new HostError('down', 'The connection broke.');
      return fine;
    };
    const governor = governed(port, { clock, limits: oauthLimits(), concurrency: 3 });
    await clock.during(Promise.allSettled(Array.from({ length: 20 }, async () => governor(read))));
    expect(state).toMatchObject({ most: 3, made: 20, open: 0 });
  });
});
