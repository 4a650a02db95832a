import { describe, expect, it } from '@jest/globals';
import { HostError } from '@lethe/core';
import { virtualClock } from '@lethe/core/testing';
import fc from 'fast-check';
import { EventClock } from '../../../../test/event-clock.ts';
import { governorWorkloads, measureGovernor, personWith, tasksOf } from '../../test/governor-workloads.ts';
import type { Task } from '../../test/governor-workloads.ts';
import type { Answer, Call, HttpPort } from '../http-port.ts';
import { governed } from './governor.ts';
import { HourlyPoints } from './hourly-points.ts';

const read: Call = { what: 'read an issue', endpoint: 'GET /rest/api/3/issue/{issue}', params: { issue: '1' } };
const search: Call = { what: 'search', endpoint: 'POST /rest/api/3/search/jql', body: {} };
const fine: Answer = { status: 200, headers: {}, json: {} };

function comment(issue: number): Call {
  return {
    what: 'change a comment',
    endpoint: 'PUT /rest/api/3/issue/{issue}/comment/{comment}',
    params: { issue: String(issue), comment: '1' },
  };
}

function refused(reason: string | undefined, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status: 429,
    headers: { ...headers, ...(reason === undefined ? {} : { 'ratelimit-reason': reason }) },
    json: {},
  };
}

/** A Jira that gives these answers in turn, and then is fine; and what it was asked when. */
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

const anyWork = fc
  .record({
    searches: fc.nat(20),
    reads: fc.nat(200),
    files: fc.nat(120),
    comments: fc.array(fc.oneof(fc.nat(15), fc.nat(130)), { maxLength: 12 }),
  })
  .map(({ searches, reads, files, comments }): readonly Task[] => [
    ...tasksOf('search', searches),
    ...tasksOf('read', reads),
    ...personWith(comments, files),
  ])
  .chain((tasks) => fc.shuffledSubarray([...tasks], { minLength: tasks.length }));

const anyWay = fc.record({
  handedIn: fc.constantFrom('together', 'as-a-run'),
  latency: fc.integer({ min: 20, max: 400 }),
  concurrency: fc.integer({ min: 1, max: 12 }),
});

describe('the governor, whatever it is handed', () => {
  it('never exceeds a limit, at whatever moment within a call Jira counts it', async () => {
    await fc.assert(
      fc.asyncProperty(anyWay, anyWork, async (way, tasks) => {
        const { exceeded, calls } = await measureGovernor({ name: 'any', tasks, ...way });
        expect({ exceeded, calls }).toEqual({ exceeded: 0, calls: tasks.length });
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('takes no more points an hour than its share, and goes on with the next hour', async () => {
    await fc.assert(
      fc.asyncProperty(anyWay, fc.integer({ min: 250, max: 900 }), async (way, share) => {
        const tasks = [...tasksOf('search', 6), ...tasksOf('comment', 60), ...tasksOf('comment', 40, 2)];
        const { exceeded, calls } = await measureGovernor({ name: 'any', tasks, share, ...way });
        expect({ exceeded, calls }).toEqual({ exceeded: 0, calls: tasks.length });
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it.each(governorWorkloads.map((workload) => [workload.name, workload] as const))(
    'needs at most a tenth longer than the fastest schedule there is for %s',
    async (_, workload) => {
      const { seconds, floor, exceeded } = await measureGovernor(workload);
      expect(exceeded).toBe(0);
      expect(seconds).toBeLessThanOrEqual(floor * 1.1);
    },
    60_000,
  );
});

describe('an issue that was written to a hundred times in thirty seconds', () => {
  it('steps aside without a call, and others go on', async () => {
    const clock = virtualClock();
    const { port, seen } = answering(clock);
    const governor = governed(port, { clock });
    const retryAt = new Date(clock.now().getTime() + 30_000);
    for (let burst = 0; burst < 5; burst += 1) {
      await times(20, async () => governor(comment(1)));
      await clock.wait(2_000);
    }
    const error = await errorOf(governor(comment(1)));
    expect(error).toMatchObject({ code: 'too-fast', waits: 'call', retryAt });
    expect(error.message).toContain('one issue');
    await governor(comment(2));
    await governor(read);
    expect(seen).toHaveLength(102);
    await clock.wait(retryAt.getTime() - clock.now().getTime());
    await governor(comment(1));
    expect(seen).toHaveLength(103);
  });

  it('has no more writes under way than it may have in two seconds', async () => {
    const clock = new EventClock();
    const state = { open: 0, most: 0 };
    const port: HttpPort = async () => {
      state.open += 1;
      state.most = Math.max(state.most, state.open);
      await clock.wait(500);
      state.open -= 1;
      return fine;
    };
    const governor = governed(port, { clock, concurrency: 40 });
    const calls = Array.from({ length: 24 }, () => governor(comment(1)).catch(() => undefined));
    await clock.during(Promise.all(calls));
    expect(state.most).toBe(20);
  });

  it('counts what a bulk edit and a file do to it, and is not mistaken for another', async () => {
    const clock = virtualClock();
    const governor = governed(answering(clock).port, { clock });
    const bulk: Call = {
      what: 'change issues',
      endpoint: 'POST /rest/api/3/bulk/issues/fields',
      body: { selectedIssueIdsOrKeys: ['1', '2'] },
    };
    const file: Call = {
      what: 'delete a file',
      endpoint: 'DELETE /rest/api/3/attachment/{attachment}',
      params: { attachment: '9', issue: '1' },
    };
    const mark: Call = {
      what: 'mark issues',
      endpoint: 'POST /rest/api/3/issue/properties',
      body: { entitiesIds: [1, 2], properties: {} },
    };
    await times(10, async () => governor(bulk));
    await times(5, async () => governor(mark));
    await times(5, async () => governor(file));
    expect(await errorOf(governor(comment(1)))).toMatchObject({ waits: 'call' });
    await times(5, async () => governor(comment(2)));
    expect(await errorOf(governor(comment(2)))).toMatchObject({ waits: 'call' });
    await governor(comment(3));
    await governor(read);
  });

  it('is remembered among very many others', async () => {
    const clock = virtualClock();
    const { port } = answering(clock, refused('jira-per-issue-on-write', { 'retry-after': '600' }));
    const governor = governed(port, { clock });
    await errorOf(governor(comment(1)));
    for (let other = 2; other < 2500; other += 1) await governor(comment(other));
    expect(await errorOf(governor(comment(1)))).toMatchObject({ waits: 'call' });
  });
});

describe('a refusal for too many calls to an endpoint', () => {
  it('makes that endpoint wait as long as Jira says, and no other; the call is made again, as it was not carried out', async () => {
    const clock = new EventClock();
    const { port, seen } = answering(clock, refused('jira-burst-based', { 'retry-after': '3' }));
    const governor = governed(port, { clock });
    const calls = [comment(1), comment(2), read].map(async (call) => governor(call));
    expect(await clock.during(Promise.all(calls))).toEqual([fine, fine, fine]);
    expect(seen.filter(({ call }) => call === read).map(({ second }) => second)).toEqual([0]);
    expect(seen.filter(({ second }) => second >= 3).map(({ call }) => call.params?.['issue'])).toEqual(['1']);
  });

  it('loses nobody their place', async () => {
    const clock = new EventClock();
    const { port, seen } = answering(clock, refused('jira-burst-based', { 'retry-after': '3' }));
    const governor = governed(port, { clock, concurrency: 1 });
    await clock.during(Promise.all([1, 2, 3].map(async (issue) => governor(comment(issue)))));
    expect(seen.map(({ call }) => call.params?.['issue'])).toEqual(['1', '1', '2', '3']);
  });

  it('leaves nothing in store: then its calls go one after the other', async () => {
    const clock = new EventClock();
    const { port, seen } = answering(clock, refused('jira-burst-based', { 'retry-after': '3' }));
    const governor = governed(port, { clock, concurrency: 4 });
    await clock.during(governor(comment(1)));
    await clock.during(Promise.all([2, 3, 4].map(async (issue) => governor(comment(issue)))));
    expect(seen.map(({ second }) => second)).toEqual([0, 3, 3.02, 3.04, 3.06]);
  });

  it('is forgotten after a call that went well', async () => {
    const clock = virtualClock();
    const { port, seen } = answering(clock, refused('jira-burst-based'), fine, refused('jira-burst-based'));
    const governor = governed(port, { clock });
    await times(2, async () => governor(search));
    expect(seen.map(({ second }) => second)).toEqual([0, 1, 1.01, 2.01]);
  });

  it('that comes again and again is told: others may go on', async () => {
    const clock = virtualClock();
    const again = Array.from({ length: 4 }, () => refused('jira-burst-based'));
    const { port, seen } = answering(clock, ...again);
    const governor = governed(port, { clock });
    const error = await errorOf(governor(comment(1)));
    expect(error).toMatchObject({ code: 'too-fast', waits: 'call' });
    expect(error.message).toBe('Jira asked to wait before it will change a comment.');
    expect(seen.map(({ second }) => second)).toEqual([0, 1, 3, 7]);
    await governor(read);
    expect(seen.at(-1)?.second).toBe(7);
    await governor(comment(1));
    expect(seen.at(-1)?.second).toBe(15);
  });
});

describe('a refusal for too many writes to one issue', () => {
  it('makes that issue wait and no other', async () => {
    const clock = virtualClock();
    const { port, seen } = answering(clock, refused('jira-per-issue-on-write', { 'retry-after': '12' }));
    const governor = governed(port, { clock });
    const retryAt = new Date(clock.now().getTime() + 12_000);
    expect(await errorOf(governor(comment(1)))).toMatchObject({ code: 'too-fast', waits: 'call', retryAt });
    await governor(comment(2));
    await governor(read);
    expect(await errorOf(governor(comment(1)))).toMatchObject({ waits: 'call', retryAt });
    expect(seen.map(({ second }) => second)).toEqual([0, 0, 0]);
    await clock.wait(12_000);
    await governor(comment(1));
    expect(seen).toHaveLength(4);
  });
});

describe('a refusal because the points of this hour are used up', () => {
  it.each(['jira-quota-global-based', 'jira-quota-tenant-based'])(
    'makes everybody wait, and says until when: %s',
    async (reason) => {
      const clock = virtualClock();
      const { port, seen } = answering(clock, refused(reason, { 'retry-after': '1847' }));
      const governor = governed(port, { clock });
      const retryAt = new Date(clock.now().getTime() + 1_847_000);
      for (const call of [comment(1), comment(2), read])
        expect(await errorOf(governor(call))).toMatchObject({ code: 'too-fast', waits: 'host', retryAt });
      expect(seen).toHaveLength(1);
      expect(clock.waited).toEqual([]);
    },
  );

  it.each([
    ['the time of the reset', { 'x-ratelimit-reset': '2026-04-01T08:31Z' }, '2026-04-01T08:31:00Z'],
    ['nothing: points are back at the full hour', {}, '2026-04-01T09:00:00Z'],
    ['nonsense', { 'retry-after': 'soon', 'x-ratelimit-reset': 'later' }, '2026-04-01T09:00:00Z'],
    ['more than a day', { 'retry-after': '8640000' }, '2026-04-02T08:30:00Z'],
    ['a time that is over', { 'x-ratelimit-reset': '2026-04-01T07:00:00Z' }, '2026-04-01T08:30:00Z'],
  ])('where Jira says %s', async (_, headers, until) => {
    const clock = virtualClock(new Date('2026-04-01T08:30:00Z'));
    const governor = governed(answering(clock, refused('jira-quota-global-based', headers)).port, { clock });
    expect((await errorOf(governor(read))).retryAt).toEqual(new Date(until));
  });
});

describe('a refusal nobody has documented', () => {
  it('makes everybody wait: 1, 2, 4 … 60 seconds where Jira does not say, and anew after a call that went well', async () => {
    const clock = virtualClock();
    const { port, seen } = answering(
      clock,
      ...Array.from({ length: 8 }, () => refused(undefined)),
      fine,
      refused('jira-cost-based'),
    );
    const governor = governed(port, { clock });
    await times(8, async () => {
      expect(await errorOf(governor(comment(1)))).toMatchObject({ waits: 'host' });
    });
    await governor(read);
    await errorOf(governor(read));
    await governor(read);
    const seconds = seen.map(({ second }) => second);
    expect(seconds.slice(1).map((second, index) => second - (seconds[index] ?? 0))).toEqual([
      1, 2, 4, 8, 16, 32, 60, 60, 0, 1,
    ]);
  });
});

describe('points', () => {
  it('are not taken beyond the share: a long wait is not made here but told', async () => {
    const clock = virtualClock(new Date('2026-04-01T08:10:00Z'));
    const { port, seen } = answering(clock);
    const governor = governed(port, { clock, points: new HourlyPoints({ share: 3 }) });
    await times(3, async () => governor(comment(1)));
    const error = await errorOf(governor(comment(2)));
    expect(error).toMatchObject({ waits: 'host', retryAt: new Date('2026-04-01T09:00:00Z') });
    expect(error.message).toContain('share');
    await clock.wait(50 * 60_000);
    await governor(comment(2));
    expect(seen).toHaveLength(4);
  });

  it('are waited for where that takes a minute at most', async () => {
    const clock = virtualClock(new Date('2026-04-01T08:59:10Z'));
    const { port, seen } = answering(clock);
    const governor = governed(port, { clock, points: new HourlyPoints({ share: 1 }) });
    await times(2, async () => governor(comment(1)));
    expect(seen.map(({ second }) => second)).toEqual([0, 50]);
  });

  it('that others have used up are not asked for, as far as Jira says how many are left', async () => {
    const clock = virtualClock();
    const left = { ...fine, headers: { ratelimit: '"global-app-quota";r=60;t=1800' } };
    const { port, seen } = answering(clock, left);
    const governor = governed(port, { clock });
    await governor(read);
    expect(await errorOf(governor(search))).toMatchObject({ waits: 'host' });
    await times(60, async () => governor({ ...comment(1), params: { issue: String(seen.length), comment: '1' } }));
    expect(await errorOf(governor(comment(1)))).toMatchObject({ waits: 'host' });
    expect(seen).toHaveLength(61);
  });

  it('are used with care once Jira says that they run short: a fifth of them is left', async () => {
    const clock = virtualClock();
    const policy = { 'ratelimit-policy': '"tenant-app-quota";q=1000;w=3600', 'x-ratelimit-nearlimit': 'true' };
    const short = Array.from({ length: 500 }, () => ({ ...fine, headers: policy }));
    const { port, seen } = answering(clock, ...short);
    const governor = governed(port, { clock });
    await times(201, async () => governor(comment(seen.length)));
    expect(await errorOf(governor(comment(999)))).toMatchObject({ waits: 'host' });
  });

  it('that a search may cost are kept for it while it is under way, and what it did not cost is given back', async () => {
    const clock = new EventClock();
    const { port } = answering(clock);
    const slow: HttpPort = async (call) => {
      await clock.wait(1_000);
      return port(call);
    };
    const governor = governed(slow, { clock, points: new HourlyPoints({ share: 150 }) });
    const both = await clock.during(Promise.all([governor(search), governor(search)]));
    expect(both).toEqual([fine, fine]);
    expect(clock.now()).toEqual(new Date('2026-04-01T08:00:02Z'));
  });

  it('one invocation has used are known to the next, until the hour is over', async () => {
    const clock = virtualClock();
    const first = new HourlyPoints({ share: 4 });
    await times(3, async () => governed(answering(clock).port, { clock, points: first })(comment(1)));
    const spent = first.spent(clock.now().getTime());
    expect(spent).toEqual({ hour: Date.parse('2026-04-01T08:00:00Z'), points: 3 });
    const { port, seen } = answering(clock);
    const governor = governed(port, { clock, points: new HourlyPoints({ share: 4, spent }) });
    await governor(comment(1));
    expect(await errorOf(governor(comment(1)))).toMatchObject({ waits: 'host' });
    await clock.wait(3_600_000);
    await times(4, async () => governor(comment(seen.length)));
    expect(seen).toHaveLength(5);
  });
});

describe('what Jira says of an endpoint', () => {
  it('holds its calls back when others have used it up', async () => {
    const clock = virtualClock();
    const spent = { ...fine, headers: { 'x-ratelimit-limit': '350', 'x-ratelimit-remaining': '0' } };
    const { port, seen } = answering(clock, spent);
    const governor = governed(port, { clock });
    await times(2, async () => governor(search));
    await governor(read);
    expect(seen.map(({ second }) => second)).toEqual([0, 0.01, 0.01]);
  });

  it('slows its calls down to what is granted', async () => {
    const clock = virtualClock();
    const policy = { ...fine, headers: { 'beta-ratelimit-policy': '"jira-burst-based";q=5;w=1' } };
    const { port, seen } = answering(clock, policy);
    const governor = governed(port, { clock, concurrency: 1 });
    await times(6, async () => governor(search));
    expect(seen.map(({ second }) => second)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });
});

describe('calls that wait', () => {
  it('are given up when the wait is cut short, with the time they may be made', async () => {
    const clock = new EventClock();
    const { port, seen } = answering(clock, refused(undefined, { 'retry-after': '40' }));
    const governor = governed(port, { clock });
    await errorOf(clock.during(governor(read)));
    const waiting = [errorOf(governor(read)), errorOf(governor(comment(1)))];
    clock.interrupt();
    const retryAt = new Date(clock.now().getTime() + 40_000);
    for (const error of await clock.during(Promise.all(waiting)))
      expect(error).toMatchObject({ code: 'too-fast', waits: 'host', retryAt });
    expect(seen).toHaveLength(1);
  });

  it('are given up too where the clock cannot wait so long', async () => {
    const clock = virtualClock();
    const { port } = answering(clock, refused(undefined, { 'retry-after': '40' }));
    const short = {
      now: () => clock.now(),
      wait: async () => Promise.reject(new Error('There is no time for that.')),
    };
    const governor = governed(port, { clock: short });
    await errorOf(governor(read));
    const retryAt = new Date(clock.now().getTime() + 40_000);
    expect(await errorOf(governor(read))).toMatchObject({ code: 'too-fast', waits: 'host', retryAt });
  });

  it('go in the order they came', async () => {
    const clock = new EventClock();
    const { port, seen } = answering(clock);
    const governor = governed(port, { clock, concurrency: 1 });
    const calls = Array.from({ length: 30 }, (_, one) => ({ ...search, what: String(one) }));
    await clock.during(Promise.all(calls.map(async (call) => governor(call))));
    expect(seen.map(({ call }) => Number(call.what))).toEqual(calls.map((_, one) => one));
  });

  it('for their issue hold up no other, however many they are', async () => {
    const clock = new EventClock();
    const { port, seen } = answering(clock);
    const governor = governed(port, { clock });
    const long = Array.from({ length: 90 }, () => governor(comment(1)).catch(() => undefined));
    await clock.during(Promise.all([...long, governor(comment(2))]));
    expect(seen.find(({ call }) => call.params?.['issue'] === '2')?.second).toBeLessThan(1);
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
    const governor = governed(port, { clock, concurrency: 3 });
    await clock.during(Promise.allSettled(Array.from({ length: 20 }, async () => governor(read))));
    expect(state).toMatchObject({ most: 3, made: 20, open: 0 });
  });
});
