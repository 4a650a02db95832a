import { once } from 'node:events';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyLedger } from '@lethe/core';
import type { LedgerEvent } from '@lethe/core';
import { memoryGround, smallWorld, virtualClock } from '@lethe/core/testing';
import type { MemoryGround } from '@lethe/core/testing';
import { ApiBench, TestGround } from '@lethe/server/testing';
import type { Answer, Browser } from '@lethe/server/testing';
import type { WorkerEvent } from '@lethe/server';
import { z } from 'zod';

const test = new TestGround();
const problem = z.object({ error: z.string() });
const asked = z.object({ id: z.string(), state: z.string(), run: z.string().optional() });
const runs = z.object({ runs: z.array(z.object({ id: z.string(), state: z.string() })) });

/** From here on, no line of the ledger that says this can be written; nothing: all can. */
async function ledgerRefuses(event: LedgerEvent | undefined): Promise<void> {
  await test.database.ask(`truncate refused`);
  if (event !== undefined) await test.database.ask(`insert into refused values ($1)`, [event]);
}

/** What was under way is over at once in these hosts. */
const impatient = { callSeconds: (): number => 0, heartbeatSeconds: 1 };

describe('S23 a line of the ledger that cannot be written', () => {
  const names = ['reviewed', 'requested', 'seconded', 'approved', 'started', 'settled', 'ended', 'anchored'];
  const grounds = new Map<string, MemoryGround>();
  let bench: ApiBench;
  let asker: Browser;
  let second: Browser;
  beforeAll(async () => {
    await test.database.ask(`create table refused (what text)`);
    await test.database.ask(`create function refuse_some() returns trigger language plpgsql as $$
      begin
        if exists (select from refused where what = new.fact ->> 'what') then
          raise exception 'no space left' using errcode = '53100';
        end if;
        return new;
      end $$`);
    for (const table of ['ledger', 'run_ledger'])
      await test.database.ask(`create trigger refuse_some before insert on lethe.${table}
        for each row execute function refuse_some()`);
    for (const name of names) grounds.set(name, memoryGround(smallWorld(), { clock: virtualClock() }));
    bench = await ApiBench.open(test, {
      hosts: Object.fromEntries([...grounds].map(([name, { host }]) => [name, host])),
      server: { approvals: { second: 'always' }, caps: { velocity: { runs: 1_000 } } },
    });
    asker = (await bench.operator({ groups: ['runners'] })).browser;
    second = (await bench.operator({ groups: ['approvers'] })).browser;
  });
  afterEach(async () => ledgerRefuses(undefined));

  function groundOf(name: string): MemoryGround {
    const ground = grounds.get(name);
    if (ground === undefined) throw new RangeError('The test names a desk it has not.');
    return ground;
  }

  async function grant(request: string): Promise<Answer> {
    return second.change('POST', `/api/v1/approvals/${request}/grant`);
  }

  /** Reviewed, asked for and granted: the run is queued. */
  async function granted(name: string): Promise<string> {
    const plan = await bench.planned(asker, name, groundOf(name).target);
    const { id } = asked.parse((await bench.approve(asker, plan)).json());
    return asked.parse((await grant(id)).json()).run ?? '';
  }

  async function runsAt(host: string) {
    const { store } = bench.ground;
    return (await store.runs({ host })).map(({ state }) => state);
  }

  it('S23 of a review leaves no plan', async () => {
    await ledgerRefuses('plan-reviewed');
    const { target } = groundOf('reviewed');
    const { ending } = await bench.reviewed(asker, 'reviewed', target);
    expect(ending).toMatchObject({ at: 'trouble' });
    expect(await bench.ground.store.latestPlan('reviewed', target)).toBeUndefined();
  });

  it('S23 of a request leaves no request, of a second word none, and of an approval no run; all can be done again', async () => {
    const plan = await bench.planned(asker, 'requested', groundOf('requested').target);
    await ledgerRefuses('run-requested');
    expect((await bench.approve(asker, plan)).statusCode).toBe(503);
    expect((await second.get('/api/v1/approvals')).json()).toEqual({ approvals: [] });

    await ledgerRefuses('run-seconded');
    const { id } = asked.parse((await bench.approve(asker, plan)).json());
    expect((await grant(id)).statusCode).toBe(503);
    expect(asked.parse((await second.get(`/api/v1/approvals/${id}`)).json()).state).toBe('open');

    await ledgerRefuses('run-approved');
    expect(problem.parse((await grant(id)).json()).error).toMatch(/not-queued|storage/);
    expect(runs.parse((await second.get('/api/v1/runs')).json()).runs).toEqual([]);
    await ledgerRefuses(undefined);
    expect(asked.parse((await grant(id)).json())).toMatchObject({ state: 'granted', run: expect.any(String) });
    expect(await runsAt('requested')).toEqual(['queued']);
  });

  it.each([
    { what: 'that it started', event: 'run-started', name: 'started', mayWrite: false },
    { what: 'that steps are settled', event: 'steps-settled', name: 'settled', mayWrite: true },
    { what: 'that it ended', event: 'run-ended', name: 'ended', mayWrite: true },
    { what: 'how far its chain goes', event: 'run-anchored', name: 'anchored', mayWrite: true },
  ] as const)('S23 $what keeps a run from going on and from being over', async ({ event, name, mayWrite }) => {
    const ground = groundOf(name);
    const run = await granted(name);
    await ledgerRefuses(event);
    await untilFailed(run);
    expect(ground.calls().writes > 0).toBe(mayWrite);
    expect(await runsAt(name)).not.toContainEqual(expect.stringMatching(/^done|^stopped/));
    // The account keeps its name until everything before it is proven, and what is proven is in the ledger.
    if (event === 'steps-settled') expect((await ground.texts())['account-target/name']).toBe('Zoë Ångström');

    await ledgerRefuses(undefined);
    const worker = await bench.worker(impatient);
    expect(await bench.settled(asker, run)).toMatch(/^done/);
    await worker.stop();
    expect((await ground.texts())['account-target/name']).toBe('Anonymized');
    expect(await verifyLedger(bench.ground.store.ledger())).toMatchObject({ ok: true });
  });

  /** Lets a worker work until it says that this run failed. */
  async function untilFailed(run: string): Promise<void> {
    const failing = new AbortController();
    const failed = once(failing.signal, 'abort');
    const tell = (event: WorkerEvent): void => {
      if (event.what === 'run-failed' && event.run === run) failing.abort();
    };
    const worker = await bench.worker({ tell, ...impatient });
    await failed;
    await worker.stop();
  }
});
