import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { asApp, asUser, getAppContext, privacy, route } from '@forge/api';
import { InvocationError, InvocationErrorCode, Queue, RateLimitError } from '@forge/events';
import { kvs } from '@forge/kvs';
import { makeResolver } from '@forge/resolver';
import type { ForgeRig, RigOptions } from './forge-rig.ts';
import { startForgeRig } from './forge-rig.ts';

const held: { rig?: ForgeRig; server?: Server } = {};

beforeAll(async () => {
  const server = createServer(({ headers, method, url }, response) => {
    response.setHeader('content-type', 'application/json');
    const { 'x-forge-as': as, 'x-forge-account': account } = headers;
    response.end(JSON.stringify({ as, account, method, url }));
  });
  held.server = server;
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterAll(() => {
  held.server?.close();
});
afterEach(() => held.rig?.close());

async function started(options: RigOptions = {}): Promise<ForgeRig> {
  const at = held.server!.address();
  const port = typeof at === 'object' ? at?.port : undefined;
  held.rig = await startForgeRig(`http://127.0.0.1:${String(port)}`, options);
  return held.rig;
}

describe('calls to Jira', () => {
  it('reach the fake with who calls: the app, or the one who clicked', async () => {
    const rig = await started();
    const call = async (): Promise<unknown[]> => {
      const answers = [
        await asApp().requestJira(route`/rest/api/3/issue/${'HELP-1'}?fields=${'reporter'}`),
        await asUser().requestJira(route`/rest/api/3/myself`, { method: 'PUT' }),
      ];
      return Promise.all(answers.map(async (answer): Promise<unknown> => answer.json()));
    };
    expect(await rig.invoke({ principal: 'agent-1' }, call)).toEqual([
      { as: 'app', method: 'GET', url: '/rest/api/3/issue/HELP-1?fields=reporter' },
      { as: 'user', account: 'agent-1', method: 'PUT', url: '/rest/api/3/myself' },
    ]);
    expect(rig.jiraCalls).toMatchObject([
      { as: 'app', status: 200 },
      { as: 'user', account: 'agent-1' },
    ]);
  });

  it('are refused as a user in the background, unless the site lets the app act for people who are away', async () => {
    await started();
    await expect(asUser().requestJira(route`/rest/api/3/myself`)).rejects.toThrow('Authentication Required');
    await expect(asUser('agent-1').requestJira(route`/rest/api/3/myself`)).rejects.toThrow('Authentication Required');
    await started({ impersonation: true });
    const answer = await asUser('agent-1').requestJira(route`/rest/api/3/myself`);
    expect(await answer.json()).toMatchObject({ as: 'user', account: 'agent-1' });
  });

  it('of invocations at the same time do not mix', async () => {
    const rig = await started();
    const resolver = makeResolver({
      me: async (): Promise<unknown> => (await asUser().requestJira(route`/rest/api/3/myself`)).json(),
    });
    const clicked = async (principal: string): Promise<unknown> =>
      rig.invoke({ principal }, async () =>
        resolver(
          { call: { functionKey: 'me', payload: {}, jobId: '' }, context: {} },
          { principal: { accountId: principal } },
        ),
      );
    const names = ['agent-1', 'agent-2', 'agent-3'];
    expect(await Promise.all(names.map(clicked))).toMatchObject(names.map((account) => ({ account })));
  });
});

describe('an invocation', () => {
  it('has less time left as the clock goes on', async () => {
    const rig = await started({ app: { license: { isActive: true } } });
    const left = async (): Promise<number[]> => {
      const context = getAppContext();
      const before = context.invocationRemainingTimeInMillis();
      await rig.clock.wait(800_000);
      return [before, context.invocationRemainingTimeInMillis()];
    };
    expect(await rig.invoke({ remainingMs: 900_000 }, left)).toEqual([900_000, 100_000]);
    expect(getAppContext()).toMatchObject({ license: { isActive: true } });
  });
});

describe('the queue', () => {
  const queue = new Queue({ key: 'lethe-runs' });

  it('delivers once, again, late and out of order, and counts the job', async () => {
    const rig = await started();
    const { jobId } = await queue.push([{ body: { n: 1 } }, { body: { n: 2 }, delayInSeconds: 900 }]);
    const seen: unknown[] = [];
    const consumer = async ({ body }: { readonly body: unknown }): Promise<void> => {
      seen.push(body);
      return Promise.resolve();
    };
    const [first] = rig.queue.due();
    expect(rig.queue.due()).toHaveLength(1);
    await rig.queue.deliver(rig.queue.waiting[1]!.event, consumer);
    await rig.queue.deliver(first!, consumer);
    await rig.queue.deliver(first!, consumer);
    expect(seen).toEqual([{ n: 2 }, { n: 1 }, { n: 1 }]);
    expect(await queue.getStats(jobId)).toEqual({ success: 3, inProgress: 0, failed: 0 });
  });

  it('tries again what asked for it or threw, four times at most, and forgets what was cancelled', async () => {
    const rig = await started();
    await queue.push({ body: {} });
    const asked = new InvocationError({
      retryAfter: 60,
      retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
      retryData: { at: 7 },
    });
    const counts: unknown[] = [];
    const delivered = await rig.queue.drain(async ({ retryContext }) => {
      counts.push(retryContext?.retryCount);
      return Promise.resolve(asked);
    });
    expect([delivered, counts]).toEqual([5, [undefined, 1, 2, 3, 4]]);
    const { jobId } = await queue.push({ body: {} });
    await rig.queue.deliver(rig.queue.due()[0]!, async () => Promise.reject(new Error('crashed')));
    expect(rig.queue.waiting).toHaveLength(1);
    await queue.cancel(jobId);
    expect(rig.queue.waiting).toEqual([]);
  });

  it('holds back what its concurrency key does not allow, and takes 500 events a minute', async () => {
    const rig = await started();
    await queue.push(Array.from({ length: 2 }, () => ({ body: {}, concurrency: { key: 'p1', limit: 1 } })));
    const meanwhile = await rig.queue.deliver(rig.queue.due()[0]!, async () => Promise.resolve(rig.queue.due().length));
    expect([meanwhile.result, rig.queue.due().length]).toEqual([0, 1]);
    for (let n = 0; n < 9; n += 1) await queue.push(Array.from({ length: 50 }, () => ({ body: {} })));
    await expect(queue.push(Array.from({ length: 50 }, () => ({ body: {} })))).rejects.toThrow(RateLimitError);
  });

  it('ends a chain of pushes that goes on for ever', async () => {
    const rig = await started();
    await queue.push({ body: {} });
    const failures: unknown[] = [];
    await rig.queue.drain(async () => {
      await rig.clock.wait(1000);
      await queue.push({ body: {} }).catch((error: unknown) => failures.push(error));
    }, 2000);
    expect(failures.map(String)).toEqual(['Error: The limit on cyclic invocation has been reached.']);
  });
});

describe('accounts the app holds data about', () => {
  it('are reported ninety a request, and those that were closed come back', async () => {
    const rig = await started();
    rig.closedAccounts = ['a-95'];
    const accounts = Array.from({ length: 100 }, (_, n) => ({
      accountId: `a-${n}`,
      updatedAt: '2026-04-01T08:00:00Z',
    }));
    expect(await privacy.reportPersonalData(accounts)).toEqual([{ accountId: 'a-95', status: 'closed' }]);
    expect(rig.reported.map(({ length }) => length)).toEqual([90, 10]);
  });
});

describe('a fault', () => {
  it.each([
    ['refused', [1]],
    ['too-fast', [1]],
    ['unsent', [1]],
    ['took-effect', [1, 2]],
    ['unanswered', [1, 2]],
  ] as const)('%s leaves %j behind', async (kind, left) => {
    const rig = await started();
    rig.faults.set({ kind, on: 'kvs', writesOnly: true, after: 1 });
    await kvs.set('k1', 1);
    await expect(kvs.set('k2', 2)).rejects.toThrow();
    expect(rig.kvs.dump().map(({ value }) => value)).toEqual(left);
    await kvs.set('k3', 3);
  });

  it('late takes effect after the request that came next', async () => {
    const rig = await started();
    rig.faults.set({ kind: 'late', on: 'kvs' });
    await expect(kvs.set('k', 'late')).rejects.toThrow('fetch failed');
    expect(rig.kvs.dump()).toEqual([]);
    await kvs.set('k', 'next');
    expect(await kvs.get('k')).toBe('late');
  });
});
