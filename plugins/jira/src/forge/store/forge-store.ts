import type { Approval, Clock, JournalRow, LedgerEntry, LedgerFact, OwnedRun } from '@lethe/core';
import type { PersonId, PlanRecord, RunRecord, RunSecrets, Store } from '@lethe/core';
import { beginRun } from './begin-run.ts';
import { callOffRun } from './call-off.ts';
import { transact } from './draft.ts';
import type { Ground } from './ground.ts';
import { stepsOf } from './journal.ts';
import type { Ownership } from './journal.ts';
import { append, readLedger } from './ledger.ts';
import { abandon, openSecrets, takeOverRun } from './own-run.ts';
import { findLatestPlan, findPlan, savePlan } from './plans.ts';
import { forgetOld } from './retention.ts';
import type { Forgotten } from './retention.ts';
import { Rows } from './rows.ts';
import { findRun, findRuns, runLines } from './run-rows.ts';
import type { RunFilter, RunLine } from './run-rows.ts';
import type { Seal } from './sealing.ts';

/** Facts that go into one change, so that it fits into a transaction. */
const FACTS = 5000;

/** What the store needs from outside. */
export interface ForgeStoreOptions {
  /** Waits between tries when Forge's storage does not answer. */
  readonly clock: Clock;
  readonly uuid: () => string;
  /** Under which a run's secrets are sealed: `installationKeys().for('seal')`, and random bytes. */
  readonly seal: Seal;
  /** Until when this invocation can live at the most: a run it owns and does not end counts as stopped after that. */
  readonly livesUntil: () => Date;
}

/** Core's store in Forge's key-value store. What is personal in it is sealed; everything else is ids, codes, counts and fixed words. */
export class ForgeStore implements Store {
  readonly #ground: Ground;
  readonly #owned: Ownership[] = [];

  constructor({ clock, uuid, seal, livesUntil }: ForgeStoreOptions) {
    this.#ground = { rows: new Rows({ clock, uuid }), clock, uuid, seal, livesUntil };
  }

  async savePlan(record: PlanRecord, secrets: RunSecrets): Promise<void> {
    await savePlan(this.#ground, record, secrets);
  }

  async latestPlan(host: string, person: PersonId): Promise<PlanRecord | undefined> {
    return findLatestPlan(this.#ground, host, person);
  }

  async plan(id: string): Promise<PlanRecord | undefined> {
    return findPlan(this.#ground, id);
  }

  async begin(plan: string, approval: Approval): Promise<OwnedRun> {
    const own = this.#own(this.#ground.uuid());
    return beginRun(this.#ground, plan, { approval, own });
  }

  async takeOver(run: string): Promise<OwnedRun> {
    return takeOverRun(this.#ground, this.#own(run));
  }

  async callOff(run: string, by: string): Promise<void> {
    await callOffRun(this.#ground, run, by);
  }

  async run(id: string): Promise<RunRecord | undefined> {
    return findRun(this.#ground, id);
  }

  async runs(filter: RunFilter = {}): Promise<readonly RunRecord[]> {
    return findRuns(this.#ground, filter);
  }

  /** Runs as a list shows them, newest first: much cheaper than `runs` where there are many. */
  async runLines(filter: RunFilter = {}): Promise<readonly RunLine[]> {
    return runLines(this.#ground, filter);
  }

  async secretsOf(run: string): Promise<RunSecrets | undefined> {
    return openSecrets(this.#ground, run);
  }

  outcomes(run: string): AsyncIterable<JournalRow> {
    return stepsOf(this.#ground, run);
  }

  async note(...facts: readonly LedgerFact[]): Promise<void> {
    for (let at = 0; at < facts.length; at += FACTS) {
      const some = facts.slice(at, at + FACTS);
      await transact(this.#ground, async (draft) => append(draft, some, this.#ground.clock.now()));
    }
  }

  /** The whole ledger from its first entry, to verify it. */
  ledger(): AsyncIterable<LedgerEntry> {
    return readLedger(this.#ground.rows);
  }

  /** Takes out unused plans after a day and runs that ended so many days ago; answers how many. */
  async forgetOld(keptDays: number): Promise<Forgotten> {
    return forgetOld(this.#ground, keptDays);
  }

  /** Says of runs this invocation owns and has not ended that nobody is at work on them. */
  async close(): Promise<void> {
    for (const own of this.#owned) await abandon(this.#ground, own);
  }

  #own(run: string): Ownership {
    const own = { run, token: this.#ground.uuid() };
    this.#owned.push(own);
    return own;
  }
}
