import { execute, identifiersFrom, plainIdentifiers, verifyLedger } from '@lethe/core';
import type { Ending, OwnedRun, Run, StepId } from '@lethe/core';
import { memoryGround, reviewOf, smallWorld, virtualClock, type Review } from '@lethe/core/testing';
import { describe, expect, it } from '@jest/globals';

import { collect } from '../testing/collect.ts';
import { approvalOf, inventedRecord, stepIds } from '../testing/invented.ts';
import { begun, TestStorage } from '../testing/test-storage.ts';

const ground = new TestStorage();

const [first, second, third] = threeSteps();

describe('the journal', () => {
  it('knows of a call before it is made, and how often it was begun', async () => {
    const { journal } = await begun(ground.storage);
    await journal.write({ intend: [first, second] });
    await journal.write({ intend: [second] });
    expect(await collect(journal.entries())).toEqual([
      { step: first, attempts: 1 },
      { step: second, attempts: 2 },
    ]);
  });

  it('keeps outcomes, also of steps whose call was never begun, with code and remedy for the report', async () => {
    const { journal, record } = await begun(ground.storage);
    await journal.write({ intend: [first, second] });
    await journal.write({
      settle: [
        { step: first, outcome: 'clean' },
        { step: second, outcome: 'refused', code: 'not-permitted', remedy: 'Give the right.' },
        { step: third, outcome: 'already-clean' },
      ],
    });
    expect(await collect(ground.storage.outcomes(record.id))).toEqual([
      { step: first, attempts: 1, outcome: 'clean' },
      { step: second, attempts: 1, outcome: 'refused', code: 'not-permitted', remedy: 'Give the right.' },
      { step: third, attempts: 0, outcome: 'already-clean' },
    ]);
  });

  it('does not know the outcome of a step that was begun again', async () => {
    const { journal } = await begun(ground.storage);
    await journal.write({ intend: [first] });
    await journal.write({ settle: [{ step: first, outcome: 'refused', code: 'locked' }] });
    await journal.write({ intend: [first] });
    expect(await collect(journal.entries())).toEqual([{ step: first, attempts: 2 }]);
  });

  it('takes settling and the next intent in one change', async () => {
    const { journal } = await begun(ground.storage);
    await journal.write({ intend: [first] });
    await journal.write({ settle: [{ step: first, outcome: 'clean' }], intend: [second] });
    expect(await collect(journal.entries())).toEqual([
      { step: first, attempts: 1, outcome: 'clean' },
      { step: second, attempts: 1 },
    ]);
  });

  it('gives back more entries than fit on a page, each once and in order', async () => {
    const { journal } = await begun(ground.storage);
    const steps = stepIds(10_001);
    await journal.write({ intend: steps.slice(0, 6000) });
    await journal.write({ intend: steps.slice(6000) });
    expect((await collect(journal.entries())).map(({ step }) => step)).toEqual(steps);
  }, 20_000);

  it('keeps the runs apart', async () => {
    const [one, other] = [await begun(ground.storage), await begun(ground.storage)];
    await one.journal.write({ intend: [first] });
    expect(await collect(other.journal.entries())).toEqual([]);
  });

  it('writes steps and ledger together or neither', async () => {
    const { journal, record } = await begun(ground.storage);
    const before = await collect(ground.storage.ledger());
    const told = { what: 'steps-settled', run: record.id, host: 'An address@lovelace.test' } as const;
    await expect(journal.write({ intend: [first], facts: [told] })).rejects.toThrow('ids, codes and counts only');
    // The entry that would come next is taken, as if by a fault of the database.
    await ground.database.ask('insert into lethe.ledger select seq + 1, now(), $1, hash, hash from lethe.ledger_head', [
      {},
    ]);
    const settled = { what: 'steps-settled', run: record.id, counts: { clean: 1 } } as const;
    await expect(journal.write({ intend: [first], facts: [settled] })).rejects.toMatchObject({ code: 'database' });
    expect(await collect(journal.entries())).toEqual([]);
    await removeForgedEntry(ground, before.length);
    await journal.write({ intend: [first], facts: [settled] });
    expect(await collect(ground.storage.ledger())).toHaveLength(before.length + 1);
  });
});

describe('the ledger under many hands', () => {
  it('stays one chain without a gap when processes write at the same time', async () => {
    const rivals = await Promise.all([ground.open(), ground.open(), ground.open()]);
    const runs = await Promise.all(rivals.map(async (rival) => begun(rival)));
    const work = runs.map(async ({ journal, record }) => {
      for (const step of stepIds(20)) {
        await journal.write({
          intend: [step],
          facts: [{ what: 'steps-settled', run: record.id, counts: { clean: 1 } }],
        });
      }
    });
    await Promise.all(work);
    expect(await verifyLedger(ground.storage.ledger())).toMatchObject({ ok: true });
    const facts = (await collect(ground.storage.ledger())).map(({ fact }) => fact);
    const ofRuns = facts.filter(
      ({ what, run }) => what === 'steps-settled' && runs.some(({ record }) => record.id === run),
    );
    expect(ofRuns).toHaveLength(60);
    await Promise.all(rivals.map(async (rival) => rival.close()));
  }, 30_000);
});

describe("core's execution on this storage", () => {
  it('is interrupted, resumed by another process and ends done, with a ledger that verifies', async () => {
    const world = memoryGround(smallWorld(), { clock: virtualClock() });
    const review = await reviewOf(world.host, world.target);
    const secrets = { identifiers: plainIdentifiers(review.who), key: review.key };
    const plan = { ...inventedRecord(), person: world.target, plan: review.plan };
    await ground.storage.savePlan(plan, secrets);

    let calls = 0;
    const begunRun = await ground.storage.begin(plan.id, approvalOf(plan));
    const stopped = await carriedOut(runOf(begunRun, world.host, review), () => (calls += 1) > 5);
    expect(stopped.state).toBe('stopped');
    await begunRun.end(stopped);

    const other = await ground.open();
    const resumed = await other.takeOver(begunRun.record.id);
    const ending = await carriedOut(runOf(resumed, world.host, review), () => false);
    const record = await resumed.end(ending);
    expect(record.state).toMatch(/^done/);
    const rows = await collect(ground.storage.outcomes(record.id));
    expect(rows.map(({ step }) => step).sort()).toEqual(review.plan.steps.map(({ id }) => id).sort());
    expect(rows.filter(({ outcome }) => outcome === undefined)).toEqual([]);
    expect(await verifyLedger(ground.storage.ledger())).toMatchObject({ ok: true });
    await other.close();
  }, 30_000);
});

function runOf({ record, secrets, journal }: OwnedRun, host: Run['host'], review: Review): Run {
  const { finder, rules } = review;
  const { plan, approval, id } = record;
  const who = identifiersFrom(secrets.identifiers);
  const check: Run['check'] = async () => [];
  return {
    id,
    host,
    plan: plan.plan,
    approval,
    who,
    finder,
    rules,
    key: secrets.key,
    journal,
    clock: virtualClock(),
    check,
  };
}

async function carriedOut(run: Run, interrupted: () => boolean): Promise<Ending> {
  const steps = execute({ ...run, interrupted });
  for (;;) {
    const next = await steps.next();
    if (next.done === true) return next.value;
  }
}

/** The ledger refuses even its owner; only switching its guard off helps, which a test may. */
async function removeForgedEntry({ database }: TestStorage, entries: number): Promise<void> {
  await database.ask('alter table lethe.ledger disable trigger append_only');
  await database.ask('delete from lethe.ledger where seq > $1', [entries]);
  await database.ask('alter table lethe.ledger enable trigger append_only');
}

function threeSteps(): readonly [StepId, StepId, StepId] {
  return [stepIds(1, 0)[0]!, stepIds(1, 1)[0]!, stepIds(1, 2)[0]!];
}
