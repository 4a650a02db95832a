import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { memoryGround, smallWorld, virtualClock } from '@lethe/core/testing';
import { addressOf, ApiBench, TestGround } from '@lethe/server/testing';
import { z } from 'zod';

const test = new TestGround();
const approved = z.object({ id: z.string(), run: z.string() });

function desk() {
  return memoryGround(smallWorld(), { clock: virtualClock() });
}

describe('S14 races', () => {
  it('S14 two operators who review the same person begin one run: the older plan is worth nothing', async () => {
    const ground = desk();
    const bench = await ApiBench.open(test, { hosts: { 'desk-1': ground.host } });
    const [one, other] = [await bench.operator({ groups: ['runners'] }), await bench.operator({ groups: ['runners'] })];
    const first = await bench.planned(one.browser, 'desk-1', ground.target);
    const second = await bench.planned(other.browser, 'desk-1', ground.target);
    const answers = await Promise.all([
      ...[1, 2, 3].map(async () => bench.approve(one.browser, first)),
      ...[1, 2, 3].map(async () => bench.approve(other.browser, second)),
    ]);
    expect(answers.filter(({ statusCode }) => statusCode === 201).length).toBeGreaterThanOrEqual(1);
    const runs = await bench.ground.store.runs({ host: 'desk-1' });
    expect(runs.map(({ plan, approval }) => [plan.id, approval.by])).toEqual([[second.plan, other.id]]);
  });
});

describe('S15 hosts of one kind', () => {
  it('S15 a run at one leaves the other byte for byte, person by the same id or not', async () => {
    const [here, there] = [desk(), desk()];
    const bench = await ApiBench.open(test, { hosts: { 'desk-3': here.host, 'desk-4': there.host } });
    const { browser } = await bench.operator({ groups: ['runners'] });
    const before = await there.texts();
    const plan = await bench.planned(browser, 'desk-3', here.target);
    const { run } = approved.parse((await bench.approve(browser, plan)).json());
    const worker = await bench.worker();
    expect(await bench.settled(browser, run)).toMatch(/^done/);
    await worker.stop();
    expect(await there.texts()).toEqual(before);
    expect(there.calls().writes).toBe(0);
    expect(await bench.planned(browser, 'desk-4', there.target)).toMatchObject({ steps: plan.steps });
  });
});

describe('events of a run', () => {
  it('come until it is over, and end when whoever watches signs out', async () => {
    const ground = desk();
    const pulse = { look: 20, heartbeat: 20 };
    const bench = await ApiBench.open(test, { hosts: { 'desk-5': ground.host }, work: { pulse } });
    const watcher = await bench.operator({ groups: ['auditors'] });
    const { browser } = await bench.operator({ groups: ['runners'] });
    const { run } = approved.parse(
      (await bench.approve(browser, await bench.planned(browser, 'desk-5', ground.target))).json(),
    );
    const url = `/api/v1/runs/${run}/events`;
    const left = await opened(bench, url, watcher.browser);
    await read(left, /event: run\ndata: \{"state":"queued"/);
    await bench.ground.store.signIn.endSessions(watcher.id);
    await read(left, undefined);
    const stream = await opened(bench, url, browser);
    const worker = await bench.worker();
    const seen = await read(stream, undefined);
    await worker.stop();
    expect(stream.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/event-stream; charset=utf-8',
    });
    const [last = ''] = [...seen.matchAll(/^data: (.*)$/gm)].map(([, data]) => data ?? '').slice(-1);
    expect(JSON.parse(last)).toMatchObject({ state: expect.stringMatching(/^done/) });
    const ids = [...seen.matchAll(/^id: (\w+)$/gm)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const [lastId = ''] = ids.slice(-1);
    const again = await opened(bench, url, { jar: browser.jar, lastId });
    expect(await read(again, undefined)).not.toContain('event: run');
  });

  it('keep no session alive that nobody uses', async () => {
    const ground = desk();
    const bench = await ApiBench.open(test, {
      hosts: { 'desk-6': ground.host },
      work: { pulse: { look: 20, heartbeat: 20 } },
    });
    const { browser } = await bench.operator({ groups: ['runners'] });
    const plan = await bench.planned(browser, 'desk-6', ground.target);
    const { run } = approved.parse((await bench.approve(browser, plan)).json());
    const stream = await opened(bench, `/api/v1/runs/${run}/events`, browser);
    for (let quarters = 0; quarters < 3; quarters += 1) {
      await read(stream, /still here/);
      test.ahead += 15 * 60_000;
    }
    await read(stream, undefined);
    test.ahead = 0;
    expect(stream.complete).toBe(true);
  });
});

interface Watcher {
  readonly jar: ReadonlyMap<string, string>;
  readonly lastId?: string;
}

async function opened(bench: ApiBench, url: string, { jar, lastId }: Watcher): Promise<IncomingMessage> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { cookie, ...(lastId === undefined ? {} : { 'last-event-id': lastId }) };
  const asking = request(new URL(url, await addressOf(bench.app)), { headers, agent: false });
  return new Promise((resolve, reject) => {
    asking.once('response', resolve).once('error', reject).end();
  });
}

/** What comes until that comes, or until its end. */
async function read(stream: IncomingMessage, until: RegExp | undefined): Promise<string> {
  let seen = '';
  for (;;) {
    const chunk: unknown = stream.read() ?? (await next(stream));
    if (chunk === undefined) return seen;
    seen += Buffer.isBuffer(chunk) ? chunk.toString('utf8') : '';
    if (until?.test(seen) === true) return seen;
  }
}

async function next(stream: IncomingMessage): Promise<unknown> {
  if (stream.readableEnded) return undefined;
  return new Promise((resolve) => {
    const end = (): void => resolve(undefined);
    stream.once('end', end).once('close', end);
    stream.once('readable', () => resolve(stream.read() ?? (stream.readableEnded ? undefined : '')));
  });
}
