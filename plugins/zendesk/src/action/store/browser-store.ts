import type { Approval, LedgerEntry, LedgerFact, OwnedRun, PersonId, RunRecord, RunSecrets, Store } from '@lethe/core';
import type { JournalRow, PlanRecord } from '@lethe/core';
import { beginRun } from './begin-run.ts';
import { callOffRun } from './call-off.ts';
import { openDatabase, reading, transact } from './database.ts';
import type { Ground } from './ground.ts';
import { stepsOf } from './journal.ts';
import { append, readLedger } from './ledger.ts';
import { takeOverRun } from './own-run.ts';
import { findLatestPlan, savePlan, secretsOfPlan } from './plans.ts';
import { Presence } from './presence.ts';
import type { TabLocks } from './presence.ts';
import { forgetOld } from './retention.ts';
import type { Forgotten } from './retention.ts';
import { findRun, findRuns, recordOf } from './run-rows.ts';
import type { RunFilter } from './run-rows.ts';

/** What the browser gives the store. */
export interface BrowserStoreOptions {
  /** Names the database: one an installation. */
  readonly name: string;
  readonly locks: TabLocks;
  readonly crypto: Crypto;
  readonly now: () => Date;
}

/** Opens the store in this browser; whoever opens it closes it. Throws `BrowserStoreError` with what to do. */
export async function openBrowserStore({ name, locks, crypto, now }: BrowserStoreOptions): Promise<BrowserStore> {
  const database = await openDatabase(name);
  return new BrowserStore({ database, presence: new Presence(locks, name), crypto, now });
}

/** Core's store in the agent's browser, over IndexedDB. Everything personal in it is sealed. */
export class BrowserStore implements Store {
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  async savePlan(record: PlanRecord, secrets: RunSecrets): Promise<void> {
    await savePlan(this.#ground, record, secrets);
  }

  async latestPlan(host: string, person: PersonId): Promise<PlanRecord | undefined> {
    return findLatestPlan(this.#ground, host, person);
  }

  async plan(id: string): Promise<PlanRecord | undefined> {
    return reading(async () => this.#ground.database.get('plans', id));
  }

  async begin(plan: string, approval: Approval): Promise<OwnedRun> {
    return beginRun(this.#ground, plan, { approval, own: { run: this.#id(), token: this.#id() } });
  }

  async takeOver(run: string): Promise<OwnedRun> {
    return takeOverRun(this.#ground, { run, token: this.#id() });
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

  async secretsOf(run: string): Promise<RunSecrets | undefined> {
    const row = await reading(async () => this.#ground.database.get('runs', run));
    return row?.openFor === undefined ? undefined : secretsOfPlan(this.#ground, row.plan);
  }

  outcomes(run: string): AsyncIterable<JournalRow> {
    return stepsOf(this.#ground.database, run);
  }

  async note(...facts: readonly LedgerFact[]): Promise<void> {
    const { database, now } = this.#ground;
    await transact(database, ['ledger'], async (writing) => append(writing, facts, now()));
  }

  /** The whole ledger from its first entry, to verify it. */
  ledger(): AsyncIterable<LedgerEntry> {
    return readLedger(this.#ground.database);
  }

  /** Runs whose state the account was not told of yet. */
  async untold(): Promise<readonly RunRecord[]> {
    const rows = await reading(async () => this.#ground.database.getAllFromIndex('runs', 'untold'));
    return Promise.all(rows.map(async (row) => recordOf(this.#ground, row)));
  }

  /** The account knows of the run in this state; if it has changed meanwhile, it is still untold. */
  async markTold({ id, state }: Pick<RunRecord, 'id' | 'state'>): Promise<void> {
    await transact(this.#ground.database, ['runs'], async (writing) => {
      const row = await writing.objectStore('runs').get(id);
      if (row?.state !== state) return;
      const { untold: _, ...told } = row;
      await writing.objectStore('runs').put(told);
    });
  }

  /** Takes out unused plans after a day and runs that ended so many days ago; answers how many. */
  async forgetOld(keptDays: number): Promise<Forgotten> {
    return forgetOld(this.#ground, keptDays);
  }

  async close(): Promise<void> {
    this.#ground.presence.close();
    this.#ground.database.close();
    return Promise.resolve();
  }

  #id(): string {
    return this.#ground.crypto.randomUUID();
  }
}
