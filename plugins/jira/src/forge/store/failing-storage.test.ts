import { describe, expect, it } from '@jest/globals';
import { Fenced, StoreError, verifyLedger } from '@lethe/core';
import type { JournalChange, OwnedRun, PlanRecord, RunSecrets } from '@lethe/core';
import { approvalOfRecord, endingIn, inventedRecord, inventedSecrets, stepIds } from '@lethe/core/testing';
import fc from 'fast-check';
import { collect } from '../../../../../test/conformance/store/begun.ts';
import type { RigFault } from '../../../test/forge-rig/rig-faults.ts';
import { StoreScene } from './store-scene.suite.ts';

const steps = stepIds(5);
const [a, b, c, d, e] = [steps[0]!, steps[1]!, steps[2]!, steps[3]!, steps[4]!];

/** What a run writes, one after the other. */
const changes = (run: string): readonly JournalChange[] => [
  { facts: [{ what: 'run-started', run }] },
  { intend: [a, b] },
  { intend: [c] },
  {
    settle: [
      { step: a, outcome: 'clean' },
      { step: b, outcome: 'refused', code: 'locked', remedy: 'Wait.' },
    ],
    facts: [{ what: 'steps-settled', run, counts: { clean: 1 } }],
  },
  { intend: [d, e], settle: [{ step: c, outcome: 'already-clean' }] },
  {
    settle: [
      { step: d, outcome: 'clean' },
      { step: e, outcome: 'clean' },
    ],
    facts: [{ what: 'run-ended', run, state: 'done' }],
  },
];

/** Somebody who does it all again from the start whenever the storage fails, as a queue and an impatient agent do. */
class Stubborn {
  readonly #scene: StoreScene;
  readonly #record: PlanRecord;
  readonly #secrets: RunSecrets;
  failures = 0;

  constructor(scene: StoreScene, record: PlanRecord, secrets: RunSecrets) {
    this.#scene = scene;
    this.#record = record;
    this.#secrets = secrets;
  }

  /** Each try is an invocation of its own; the one before is dead by then. */
  async carryThrough(): Promise<void> {
    for (let tried = 0; tried < 40; tried += 1) {
      try {
        if (await this.#once()) return;
      } catch (error) {
        if (!(error instanceof StoreError) && !(error instanceof Fenced)) throw error;
        this.failures += 1;
      }
      await this.#scene.clock.wait(900_000);
    }
    throw new Error('never came through');
  }

  async #once(): Promise<boolean> {
    const store = this.#scene.store();
    const [known] = await store.runs({ host: this.#record.host });
    if (known !== undefined && known.state !== 'running' && known.state !== 'stopped') return true;
    const owned = known === undefined ? await this.#begun() : await store.takeOver(known.id);
    for (const change of changes(owned.record.id)) await owned.journal.write(change);
    await owned.end(endingIn('done'));
    return true;
  }

  async #begun(): Promise<OwnedRun> {
    const store = this.#scene.store();
    if ((await store.plan(this.#record.id)) === undefined) await store.savePlan(this.#record, this.#secrets);
    return store.begin(this.#record.id, approvalOfRecord(this.#record));
  }
}

const fault: fc.Arbitrary<RigFault> = fc.record({
  kind: fc.constantFrom('refused', 'too-fast', 'unsent', 'took-effect', 'unanswered', 'late'),
  on: fc.constant('kvs'),
  writesOnly: fc.boolean(),
  after: fc.nat(70),
  // One that is tried again by itself, or one that outlasts that.
  times: fc.constantFrom(1, 2, 12),
});

describe('a storage that fails at any request, any number of times', () => {
  it('leaves the same behind once somebody has tried again: one run, done, its journal whole, its secrets gone', async () => {
    const seen = { failures: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { minLength: 1, maxLength: 3 }), async (faults) => {
        const scene = await StoreScene.open();
        const record = inventedRecord();
        const stubborn = new Stubborn(scene, record, inventedSecrets());
        scene.rig.faults.set(...faults);
        await stubborn.carryThrough();
        scene.rig.faults.clear();
        seen.failures += stubborn.failures;
        await expectEndState(scene, record);
      }),
      { numRuns: 80 },
    );
    expect(seen.failures).toBeGreaterThan(10);
  }, 240_000);
});

async function expectEndState(scene: StoreScene, record: PlanRecord): Promise<void> {
  const store = scene.store();
  const runs = await store.runs();
  expect(runs).toMatchObject([{ state: 'done', plan: record, ending: endingIn('done') }]);
  const rows = await collect(store.outcomes(runs[0]!.id));
  expect(rows.map(({ step, outcome }) => [step, outcome])).toEqual([
    [a, 'clean'],
    [b, 'refused'],
    [c, 'already-clean'],
    [d, 'clean'],
    [e, 'clean'],
  ]);
  expect(rows.every(({ attempts }) => attempts >= 1)).toBe(true);
  expect(rows[1]).toMatchObject({ code: 'locked', remedy: 'Wait.' });
  expect(scene.hasSecrets(record.id)).toBe(false);
  expect(await store.latestPlan(record.host, record.person)).toBeUndefined();
  expect(await verifyLedger(store.ledger())).toMatchObject({ ok: true });
  const facts = (await collect(store.ledger())).map(({ fact }) => fact.what);
  for (const once of ['plan-reviewed', 'run-approved']) expect(facts.filter((what) => what === once)).toHaveLength(1);
  await scene.clock.wait(500 * 24 * 60 * 60 * 1000);
  await store.forgetOld(400);
  expect(scene.keys()).toEqual(['ledger:head', 'register-page:0', 'register:head']);
}
