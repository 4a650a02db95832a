import type { Approval } from '../confirmation.ts';
import { Fenced } from '../errors.ts';
import type { Ending } from '../execution/run.ts';
import type { PersonId } from '../host.ts';
import { journalLines, journalRowAfter } from '../journal-lines.ts';
import type { JournalRow } from '../journal-lines.ts';
import type { Journal, JournalChange } from '../journal.ts';
import type { LedgerEntry, LedgerFact, LedgerPosition } from '../ledger-entry.ts';
import { begunFacts, calledOffFact, reviewedFact } from '../store-facts.ts';
import { memoryDisk } from './memory-disk.ts';
import type { MemoryDisk, MemoryRun } from './memory-disk.ts';
import type { OwnedRun, PlanRecord, RunRecord, RunSecrets, Store } from '../store.ts';

/** Something a store refuses, as every store says it. */
class Refused extends Error {
  readonly code = 'conflict';
  readonly remedy = 'Review the person again.';
}

/** A store in memory that keeps all promises of the interface while its process lives. */
export class StoreInMemory implements Store {
  readonly #disk: MemoryDisk;
  readonly #mine = new Set<string>();
  /** Where the last fact of each owned run stands. */
  readonly #positions = new Map<string, LedgerPosition>();

  constructor(disk: MemoryDisk = memoryDisk()) {
    this.#disk = disk;
  }

  async savePlan(record: PlanRecord, secrets: RunSecrets): Promise<void> {
    this.#disk.ledger.append([reviewedFact(record)]);
    for (const { id } of this.#notRun(record.host, record.person)) {
      this.#disk.secrets.delete(id);
      this.#disk.plans.delete(id);
    }
    this.#disk.plans.set(record.id, record);
    this.#disk.secrets.set(record.id, secrets);
  }

  async latestPlan(host: string, person: PersonId): Promise<PlanRecord | undefined> {
    return this.#notRun(host, person).at(-1);
  }

  async plan(id: string): Promise<PlanRecord | undefined> {
    return this.#disk.plans.get(id);
  }

  async begin(id: string, approval: Approval): Promise<OwnedRun> {
    const plan = this.#disk.plans.get(id);
    if (plan === undefined) throw new Refused(`There is no plan ${id}.`);
    if (approval.digest !== plan.plan.digest) throw new Refused('The approval was given for another plan.');
    if (this.#isUsed(id, approval)) throw new Refused('This plan and its approval have begun a run already.');
    const older = this.#openRunOn(plan);
    if (older !== undefined && this.#stateOf(older) === 'running')
      throw new Refused(`Run ${older.record.id} is at work on this person.`);
    const run = `run-${String(this.#disk.runs.size + 1)}`;
    this.#disk.ledger.append(begunFacts(run, { plan: plan.plan, approval }, older?.record.id));
    if (older !== undefined) this.#close(older, 'superseded');
    const record: RunRecord = { id: run, plan, approval, state: 'running', startedAt: this.#disk.now() };
    return this.#own({ record, open: true, steps: new Map() });
  }

  async takeOver(id: string): Promise<OwnedRun> {
    return this.#own(this.#openRun(id));
  }

  async callOff(id: string, by: string): Promise<void> {
    const run = this.#openRun(id);
    this.#disk.ledger.append([calledOffFact(run.record, by)]);
    this.#close(run, 'called-off');
  }

  async run(id: string): Promise<RunRecord | undefined> {
    const run = this.#disk.runs.get(id);
    return run && { ...run.record, state: this.#stateOf(run) };
  }

  async runs({ open, host }: { readonly open?: boolean; readonly host?: string } = {}): Promise<readonly RunRecord[]> {
    const wanted = [...this.#disk.runs.values()].filter(
      (run) => (open ?? run.open) === run.open && (host ?? run.record.plan.host) === run.record.plan.host,
    );
    return wanted.map((run) => ({ ...run.record, state: this.#stateOf(run) })).reverse();
  }

  async secretsOf(id: string): Promise<RunSecrets | undefined> {
    const run = this.#disk.runs.get(id);
    return run?.open === true ? this.#disk.secrets.get(run.record.plan.id) : undefined;
  }

  async *outcomes(id: string): AsyncGenerator<JournalRow> {
    const rows = [...(this.#disk.runs.get(id)?.steps.values() ?? [])];
    yield* rows.sort((one, other) => (one.step < other.step ? -1 : 1));
  }

  async note(...facts: readonly LedgerFact[]): Promise<void> {
    this.#disk.ledger.append(facts);
  }

  /** The whole ledger from its first entry. */
  async *ledger(): AsyncGenerator<LedgerEntry> {
    yield* this.#disk.ledger.entries;
  }

  async close(): Promise<void> {
    for (const token of this.#mine) this.#disk.present.delete(token);
  }

  #own(found: MemoryRun): OwnedRun {
    const token = `token-${String(this.#disk.ledger.head.seq)}-${String(this.#disk.present.size)}-${found.record.id}`;
    this.#disk.present.add(token);
    this.#mine.add(token);
    const { id, plan } = found.record;
    const secrets = this.#disk.secrets.get(plan.id);
    if (secrets === undefined) throw new Refused('What this run knew about the person has been destroyed.');
    const record: RunRecord = { ...found.record, state: 'running' };
    this.#disk.runs.set(id, { ...found, record, token });
    const owned = { id, token };
    const journal: Journal = {
      entries: () => this.outcomes(id),
      write: async (change) => this.#write(owned, change),
    };
    return { record, secrets, journal, end: async (ending) => this.#end(owned, ending) };
  }

  async #write(owned: Owned, change: JournalChange): Promise<void> {
    const run = this.#mineOrFenced(owned);
    this.#disk.ledger.append(change.facts ?? []);
    if ((change.facts ?? []).length > 0) this.#positions.set(owned.token, this.#disk.ledger.head);
    const steps = new Map(run.steps);
    for (const line of journalLines(change)) steps.set(line.step, journalRowAfter(steps.get(line.step), line));
    this.#disk.runs.set(owned.id, { ...run, steps });
  }

  async #end(owned: Owned, ending: Ending): Promise<RunRecord> {
    const { token: _, ...run } = this.#mineOrFenced(owned);
    const open = ending.state === 'stopped';
    const ledger = this.#positions.get(owned.token);
    const at = ledger === undefined ? {} : { ledger };
    const record: RunRecord = { ...run.record, state: ending.state, ending, endedAt: this.#disk.now(), ...at };
    this.#disk.runs.set(owned.id, { ...run, record, open });
    if (!open) this.#disk.secrets.delete(record.plan.id);
    return record;
  }

  #close({ token: _, ...run }: MemoryRun, state: 'superseded' | 'called-off'): void {
    const record = { ...run.record, state, endedAt: run.record.endedAt ?? this.#disk.now() };
    this.#disk.runs.set(record.id, { ...run, record, open: false });
    this.#disk.secrets.delete(record.plan.id);
  }

  #mineOrFenced({ id, token }: Owned): MemoryRun {
    const run = this.#disk.runs.get(id);
    if (run?.token !== token) throw new Fenced();
    return run;
  }

  #openRun(id: string): MemoryRun {
    const run = this.#disk.runs.get(id);
    if (run === undefined) throw new Refused(`There is no run ${id}.`);
    if (!run.open) throw new Refused(`Run ${id} has ended.`);
    return run;
  }

  #openRunOn({ host, person }: PlanRecord): MemoryRun | undefined {
    const on = ({ plan }: RunRecord): boolean => plan.host === host && plan.person === person;
    return [...this.#disk.runs.values()].find(({ record, open }) => open && on(record));
  }

  #stateOf({ record, token }: MemoryRun): RunRecord['state'] {
    const orphaned = record.state === 'running' && (token === undefined || !this.#disk.present.has(token));
    return orphaned ? 'stopped' : record.state;
  }

  #isUsed(plan: string, { by, at, digest }: Approval): boolean {
    return [...this.#disk.runs.values()].some(({ record }) => {
      const { approval } = record;
      const isSame = approval.by === by && approval.digest === digest && approval.at.getTime() === at.getTime();
      return record.plan.id === plan || isSame;
    });
  }

  #notRun(host: string, person: PersonId): readonly PlanRecord[] {
    const run = new Set([...this.#disk.runs.values()].map(({ record }) => record.plan.id));
    const theirs = [...this.#disk.plans.values()].filter((plan) => plan.host === host && plan.person === person);
    return theirs.filter(({ id }) => !run.has(id));
  }
}

interface Owned {
  readonly id: string;
  readonly token: string;
}
