import { beforeAll, describe, expect, it } from '@jest/globals';
import { memoryGround, smallWorld, virtualClock } from '@lethe/core/testing';
import type { MemoryGround } from '@lethe/core/testing';
import { ApiBench, TestGround } from '@lethe/server/testing';
import type { Answer, BenchPlan, Browser } from '@lethe/server/testing';
import fc from 'fast-check';
import { z } from 'zod';

const test = new TestGround();
const asked = z.object({ id: z.string(), state: z.string(), run: z.string().optional() });

/** What may be done about one person, in any order. `work`: workers come, do what there is, and leave. */
const calls = ['review', 'ask', 'grant', 'withdraw', 'stop', 'resume', 'call-off', 'work'] as const;
type Call = (typeof calls)[number];

/** Orders that come far. */
const examples: [Call[]][] = [
  [['review', 'ask', 'work', 'grant', 'stop', 'work', 'resume', 'work', 'grant']],
  [['review', 'ask', 'withdraw', 'grant', 'work', 'review', 'ask', 'grant', 'call-off', 'work', 'resume', 'work']],
];

/** What has happened about the person, by the answers alone. */
interface Model {
  readonly plan: BenchPlan | undefined;
  readonly request: string;
  readonly run: string;
  /** Where the run is as far as the model knows: nothing, or waiting, stopped, over. */
  readonly at: 'none' | 'queued' | 'stopped' | 'over';
}

describe('S13 S14 approvals and runs', () => {
  const hosts = Array.from({ length: 12 }, (_, at) => `desk-${String(at)}`);
  const grounds = new Map<string, MemoryGround>();
  let bench: ApiBench;
  let asker: Browser;
  const seconds: Browser[] = [];
  beforeAll(async () => {
    for (const name of hosts) grounds.set(name, memoryGround(smallWorld(), { clock: virtualClock() }));
    bench = await ApiBench.open(test, {
      hosts: Object.fromEntries([...grounds].map(([name, { host }]) => [name, host])),
      server: { approvals: { second: 'always' }, caps: { velocity: { runs: 1_000 } } },
    });
    asker = (await bench.operator({ groups: ['approvers'] })).browser;
    for (let at = 0; at < 3; at += 1) seconds.push((await bench.operator({ groups: ['approvers'] })).browser);
  });

  function groundOf(name: string): MemoryGround {
    const ground = grounds.get(name);
    if (ground === undefined) throw new RangeError('The test names a desk it has not.');
    return ground;
  }

  async function requested(host: string): Promise<{ readonly plan: BenchPlan; readonly id: string }> {
    const plan = await bench.planned(asker, host, groundOf(host).target);
    return { plan, id: asked.parse((await bench.approve(asker, plan)).json()).id };
  }

  async function answer(browser: Browser | undefined, id: string, how: string): Promise<Answer> {
    if (browser === undefined) throw new RangeError('There are three of them.');
    return browser.change('POST', `/api/v1/approvals/${id}/${how}`);
  }

  async function runsAt(host: string): Promise<readonly string[]> {
    return (await bench.ground.store.runs({ host })).map(({ id }) => id);
  }

  it('S14 of several second words at once one counts, and one run comes of it', async () => {
    const { id } = await requested('desk-0');
    const answers = await Promise.all([...seconds, ...seconds].map(async (one) => answer(one, id, 'grant')));
    const took = answers.filter(({ statusCode }) => statusCode === 200).map((one) => asked.parse(one.json()).run);
    expect(new Set(took).size).toBe(1);
    expect(await runsAt('desk-0')).toEqual([took[0]]);
    const ledger = await test.database.ask(
      `select from lethe.ledger where fact ->> 'what' in ('run-seconded', 'run-approved')`,
    );
    expect(ledger).toHaveLength(2);
  });

  it('S14 of a yes, a no and a withdrawal at once one counts, and a run there is only of a yes', async () => {
    for (const host of ['desk-1', 'desk-2', 'desk-3']) {
      const { id } = await requested(host);
      const answers = await Promise.all([
        answer(asker, id, 'withdraw'),
        answer(seconds[0], id, 'grant'),
        answer(seconds[1], id, 'decline'),
      ]);
      expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
      const isGranted = answers[1].statusCode === 200;
      expect(await runsAt(host)).toHaveLength(isGranted ? 1 : 0);
    }
  });

  it('S14 a run that is resumed by several at once, with several workers, does each thing once', async () => {
    const alone = groundOf('desk-4');
    const { id } = await requested('desk-4');
    const run = asked.parse((await answer(seconds[0], id, 'grant')).json()).run ?? '';
    const workers = await Promise.all([bench.worker(), bench.worker()]);
    expect(await bench.settled(asker, run)).toMatch(/^done/);
    const { writes } = alone.calls();

    const again = groundOf('desk-5');
    const other = await requested('desk-5');
    const second = asked.parse((await answer(seconds[0], other.id, 'grant')).json()).run ?? '';
    await asker.change('POST', `/api/v1/runs/${second}/stop`);
    await bench.settled(asker, second);
    const resume = async () => asker.change('POST', `/api/v1/runs/${second}/resume`, {});
    await Promise.all([resume(), resume(), resume(), resume()]);
    expect(await bench.settled(asker, second)).toMatch(/^done/);
    await Promise.all(workers.map(async (worker) => worker.stop()));
    expect(again.calls().writes).toBe(writes);
    expect(await runsAt('desk-5')).toEqual([second]);
  });

  it('S13 a word that was used is worth nothing: not for this plan, not for the next, not from somebody else', async () => {
    const { plan, id } = await requested('desk-6');
    const run = asked.parse((await answer(seconds[0], id, 'grant')).json()).run ?? '';
    await asker.change('POST', `/api/v1/runs/${run}/call-off`);
    for (const browser of [asker, ...seconds])
      expect((await bench.approve(browser, plan)).statusCode).toBeGreaterThan(400);
    for (const how of ['grant', 'decline', 'withdraw'])
      for (const browser of [asker, ...seconds])
        expect((await answer(browser, id, how)).statusCode).toBeGreaterThan(400);
    const next = await bench.planned(asker, 'desk-6', groundOf('desk-6').target);
    expect((await bench.approve(asker, { ...next, digest: plan.digest })).statusCode).toBe(
      next.digest === plan.digest ? 201 : 409,
    );
    expect((await bench.approve(asker, { ...next, plan: plan.plan })).statusCode).toBeGreaterThan(400);
    expect(groundOf('desk-6').calls().writes).toBe(0);
    expect(await runsAt('desk-6')).toEqual([run]);
  });

  it('S13 in whatever order things are asked for, nothing is written but by a run two people approved', async () => {
    const left = hosts.slice(7);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...calls), { minLength: 6, maxLength: 14 }), async (order) => {
        const host = left.shift();
        if (host === undefined) return;
        const model: Model = { plan: undefined, request: '', run: '', at: 'none' };
        for (const call of order) {
          await make(call, host, model);
          // The invariant: a write needs a run that was granted and then worked on.
          if (model.at !== 'over') expect([order, groundOf(host).calls().writes]).toEqual([order, 0]);
        }
      }),
      { numRuns: 5, endOnFailure: true, examples },
    );
  });

  async function make(call: Call, host: string, model: Model): Promise<void> {
    const runUrl = `/api/v1/runs/${model.run === '' ? crypto.randomUUID() : model.run}`;
    if (call === 'review') {
      const { ending } = await bench.reviewed(asker, host, groundOf(host).target);
      if (ending?.plan === undefined) return;
      const shape = z.object({ digest: z.string(), phrase: z.string(), steps: z.number() });
      const plan = shape.parse((await asker.get(`/api/v1/plans/${ending.plan}`)).json());
      Object.assign(model, { plan: { ...plan, plan: ending.plan }, request: '' });
    } else if (call === 'ask' && model.plan !== undefined) {
      const answered = await bench.approve(asker, model.plan);
      if (answered.statusCode === 201) Object.assign(model, { request: asked.parse(answered.json()).id });
    } else if (call === 'grant' || call === 'withdraw') {
      const request = model.request === '' ? crypto.randomUUID() : model.request;
      const answered = await answer(call === 'grant' ? seconds[0] : asker, request, call);
      if (answered.statusCode !== 200) return;
      expect(model.request).not.toBe('');
      if (call === 'withdraw') Object.assign(model, { request: '' });
      else Object.assign(model, { run: asked.parse(answered.json()).run ?? '', at: 'queued', request: '' });
    } else if (call === 'stop' || call === 'resume') {
      const answered = await asker.change('POST', `${runUrl}/${call}`, call === 'resume' ? {} : undefined);
      if (answered.statusCode === 204) Object.assign(model, { at: call === 'stop' ? 'stopped' : 'queued' });
    } else if (call === 'call-off') {
      const answered = await asker.change('POST', `${runUrl}/call-off`);
      if (answered.statusCode === 204) Object.assign(model, { at: 'none', run: '', plan: undefined });
    } else if (call === 'work') {
      const worker = await bench.worker();
      if (model.at === 'queued') {
        expect(await bench.settled(asker, model.run)).toMatch(/^done/);
        Object.assign(model, { at: 'over' });
      }
      await worker.stop();
    }
  }
});
