import { Fenced, verifyLedger } from '@lethe/core';
import type { OwnedRun } from '@lethe/core';
import { stepIds } from '@lethe/core/testing';
import { describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { collect } from '../testing/collect.ts';
import { begun, TestStorage } from '../testing/test-storage.ts';

const ground = new TestStorage();

async function threeRuns(): Promise<readonly [OwnedRun, OwnedRun, OwnedRun]> {
  const run = async (): Promise<OwnedRun> => begun(ground.storage);
  return [await run(), await run(), await run()];
}

async function stepsOf({ record }: OwnedRun): Promise<readonly Record<string, unknown>[]> {
  return ground.database.ask('select xmin::text, attempts from lethe.step where run = $1', [record.id]);
}

/** Keeps the run's row locked until what is answered is called. */
async function hold({ record }: OwnedRun): Promise<() => Promise<void>> {
  const client = new pg.Client(ground.database.url);
  await client.connect();
  await client.query('begin');
  await client.query('select from lethe.run where id = $1 for update', [record.id]);
  return async () => client.end();
}

function settled({ record }: OwnedRun) {
  return { what: 'steps-settled', run: record.id, counts: { clean: 1 } } as const;
}

describe('what several runs write at the same moment', () => {
  it('is one commit, and each run has what is its own', async () => {
    const runs = await threeRuns();
    await Promise.all(runs.map(async (run) => run.journal.write({ intend: stepIds(2), facts: [settled(run)] })));
    const written = await Promise.all(runs.map(stepsOf));
    expect(written.map(({ length }) => length)).toEqual([2, 2, 2]);
    expect(new Set(written.flat().map(({ xmin }) => xmin)).size).toBe(1);
    const entries = await collect(ground.storage.ledger());
    for (const { record } of runs) expect(entries.filter(({ chain }) => chain === record.id)).toHaveLength(1);
  });

  it('is kept of all but the one that another process has by now', async () => {
    const [one, lost, other] = await threeRuns();
    await ground.storage.takeOver(lost.record.id);
    const writes = [one, lost, other].map(async ({ journal }) => journal.write({ intend: stepIds(1) }));
    const said = await Promise.allSettled(writes);
    expect(said.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(said[1]).toMatchObject({ reason: expect.any(Fenced) });
    const written = await Promise.all([one, lost, other].map(stepsOf));
    expect(written.map(({ length }) => length)).toEqual([1, 0, 1]);
  });

  it('is kept of all but the one the database refuses', async () => {
    const [one, refused, other] = await threeRuns();
    // The entry that would come next is taken, as if by a fault of the database.
    await ground.database.ask("insert into lethe.run_ledger select $1, 1, now(), '{}', '', ''", [refused.record.id]);
    const writes = [one, refused, other].map(async (run) =>
      run.journal.write({ intend: stepIds(1), facts: [settled(run)] }),
    );
    const said = await Promise.allSettled(writes);
    expect(said.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const written = await Promise.all([one, refused, other].map(stepsOf));
    expect(written.flat().map(({ attempts }) => attempts)).toEqual([1, 1]);
    await ground.database.ask('alter table lethe.run_ledger disable trigger append_only');
    await ground.database.ask('delete from lethe.run_ledger where run = $1', [refused.record.id]);
    await ground.database.ask('alter table lethe.run_ledger enable trigger append_only');
    expect(await verifyLedger(ground.storage.ledger())).toMatchObject({ ok: true });
  });

  it('is written in the order in which one run said it', async () => {
    const run = await begun(ground.storage);
    const [step] = stepIds(1);
    const settle = [{ step: step!, outcome: 'clean' }] as const;
    await Promise.all([
      run.journal.write({ intend: [step!], facts: [settled(run)] }),
      run.journal.write({ settle, facts: [settled(run)] }),
    ]);
    expect(await collect(run.journal.entries())).toMatchObject([{ attempts: 1, outcome: 'clean' }]);
    expect(await verifyLedger(ground.storage.ledger())).toMatchObject({ ok: true });
  });

  it('waits for no run whose row somebody holds, once that takes long', async () => {
    const [held, free] = await threeRuns();
    const release = await hold(held);
    const waiting = held.journal.write({ intend: stepIds(1) });
    // What comes in one turn of the event loop is one commit.
    await new Promise(setImmediate);
    await free.journal.write({ intend: stepIds(1) });
    await release();
    await waiting;
    expect(await stepsOf(free)).toHaveLength(1);
  });
});
