import { describe, expect, it } from '@jest/globals';
import { execute, identifiersFrom, plainIdentifiers, verifyLedger } from '@lethe/core';
import type { Ending, OwnedRun, Run, StepId } from '@lethe/core';
import {
  approvalOfRecord,
  inventedRecord,
  memoryGround,
  reviewOf,
  smallWorld,
  stepIds,
  virtualClock,
} from '@lethe/core/testing';
import type { Review } from '@lethe/core/testing';
import type { StoreGround } from './ground.ts';
import { begun, collect } from './begun.ts';

/** What a run's journal keeps, and how core works on it. */
export function journalLaws(ground: StoreGround): void {
  describe('the journal', () => {
    journalKeeps(ground);
    journalIsWhole(ground);
  });
  describe("core's execution on this store", () => {
    resumesElsewhere(ground);
  });
}

const [first, second, third] = threeSteps();

function journalKeeps(ground: StoreGround): void {
  it('knows of a call before it is made, and how often it was begun', async () => {
    const { journal } = await begun(ground.store);
    await journal.write({ intend: [first, second] });
    await journal.write({ intend: [second] });
    expect(await collect(journal.entries())).toEqual([
      { step: first, attempts: 1 },
      { step: second, attempts: 2 },
    ]);
  });

  it('keeps outcomes, also of steps whose call was never begun, with code and remedy for the report', async () => {
    const { journal, record } = await begun(ground.store);
    await journal.write({ intend: [first, second] });
    await journal.write({
      settle: [
        { step: first, outcome: 'clean' },
        { step: second, outcome: 'refused', code: 'not-permitted', remedy: 'Give the right.' },
        { step: third, outcome: 'already-clean' },
      ],
    });
    expect(await collect(ground.store.outcomes(record.id))).toEqual([
      { step: first, attempts: 1, outcome: 'clean' },
      { step: second, attempts: 1, outcome: 'refused', code: 'not-permitted', remedy: 'Give the right.' },
      { step: third, attempts: 0, outcome: 'already-clean' },
    ]);
  });

  it('does not know the outcome of a step that was begun again', async () => {
    const { journal } = await begun(ground.store);
    await journal.write({ intend: [first] });
    await journal.write({ settle: [{ step: first, outcome: 'refused', code: 'locked' }] });
    await journal.write({ intend: [first] });
    expect(await collect(journal.entries())).toEqual([{ step: first, attempts: 2 }]);
  });

  it('takes settling and the next intent in one change', async () => {
    const { journal } = await begun(ground.store);
    await journal.write({ intend: [first] });
    await journal.write({ settle: [{ step: first, outcome: 'clean' }], intend: [second] });
    expect(await collect(journal.entries())).toEqual([
      { step: first, attempts: 1, outcome: 'clean' },
      { step: second, attempts: 1 },
    ]);
  });
}

function journalIsWhole(ground: StoreGround): void {
  it('gives back more entries than fit on a page, each once and in order', async () => {
    const { journal } = await begun(ground.store);
    const steps = stepIds(10_001);
    await journal.write({ intend: steps.slice(0, 6000) });
    await journal.write({ intend: steps.slice(6000) });
    expect((await collect(journal.entries())).map(({ step }) => step)).toEqual(steps);
  }, 60_000);

  it('keeps the runs apart', async () => {
    const [one, other] = [await begun(ground.store), await begun(ground.store)];
    await one.journal.write({ intend: [first] });
    expect(await collect(other.journal.entries())).toEqual([]);
  });

  it('takes a change whole or not at all: a fact that is none leaves no step behind, and no other fact', async () => {
    const { journal, record } = await begun(ground.store);
    const before = await collect(ground.store.ledger());
    const sound = { what: 'steps-settled', run: record.id } as const;
    const told = { ...sound, host: 'An address@lovelace.test' };
    await expect(journal.write({ intend: [first], facts: [sound, told] })).rejects.toThrow(
      'ids, codes and counts only',
    );
    expect(await collect(journal.entries())).toEqual([]);
    expect(await collect(ground.store.ledger())).toEqual(before);
    await journal.write({ intend: [first], facts: [sound] });
    expect(await collect(ground.store.ledger())).toHaveLength(before.length + 1);
  });
}

function resumesElsewhere(ground: StoreGround): void {
  it('is interrupted, resumed by another process and ends done, with a ledger that verifies', async () => {
    const world = memoryGround(smallWorld(), { clock: virtualClock() });
    const review = await reviewOf(world.host, world.target);
    const secrets = { identifiers: plainIdentifiers(review.who), key: review.key };
    const plan = { ...inventedRecord(), person: world.target, plan: review.plan };
    await ground.store.savePlan(plan, secrets);

    let calls = 0;
    const begunRun = await ground.store.begin(plan.id, approvalOfRecord(plan));
    const stopped = await carriedOut(runOf(begunRun, world.host, review), () => (calls += 1) > 5);
    expect(stopped.state).toBe('stopped');
    await begunRun.end(stopped);

    const other = await ground.open();
    const resumed = await other.takeOver(begunRun.record.id);
    const ending = await carriedOut(runOf(resumed, world.host, review), () => false);
    const record = await resumed.end(ending);
    expect(record.state).toMatch(/^done/);
    const rows = await collect(ground.store.outcomes(record.id));
    expect(rows.map(({ step }) => step).sort()).toEqual(review.plan.steps.map(({ id }) => id).sort());
    expect(rows.filter(({ outcome }) => outcome === undefined)).toEqual([]);
    expect(await verifyLedger(ground.store.ledger())).toMatchObject({ ok: true });
    await other.close();
  }, 30_000);
}

function runOf({ record, secrets, journal }: OwnedRun, host: Run['host'], { finder, rules }: Review): Run {
  const { plan, approval, id } = record;
  const who = identifiersFrom(secrets.identifiers);
  const check: Run['check'] = async () => [];
  const { key } = secrets;
  return { id, host, plan: plan.plan, approval, who, finder, rules, key, journal, clock: virtualClock(), check };
}

async function carriedOut(run: Run, interrupted: () => boolean): Promise<Ending> {
  const steps = execute({ ...run, interrupted });
  for (;;) {
    const next = await steps.next();
    if (next.done === true) return next.value;
  }
}

function threeSteps(): readonly [StepId, StepId, StepId] {
  return [stepIds(1, 0)[0]!, stepIds(1, 1)[0]!, stepIds(1, 2)[0]!];
}
