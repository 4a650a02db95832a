import type { Approval } from './confirmation.ts';
import type { Ending } from './execution/run.ts';
import type { OpenRun } from './guards/guard-facts.ts';
import type { PersonId, PersonKind } from './host.ts';
import type { PlainIdentifiers } from './identifiers.ts';
import type { Journal, JournalEntry } from './journal.ts';
import type { LedgerFact } from './ledger-entry.ts';
import type { Settled } from './outcome.ts';
import type { Plan } from './plan.ts';

/** An erasure that was done before and undone by a restore, of the database, the host or both. */
export interface Replayed {
  /** The run that did it. */
  readonly run: string;
  /** ISO 8601: when that ended. */
  readonly endedAt: string;
  /** Digest of the plan it carried out: the new one has no step that was not in it. */
  readonly digest: string;
}

/** A plan as stored after a review. */
export interface PlanRecord {
  /** Random id. */
  readonly id: string;
  /** The host's name in the settings, not its kind: an installation may have two of a kind. */
  readonly host: string;
  readonly person: PersonId;
  readonly personKind: PersonKind;
  readonly plan: Plan;
  /** Opaque id of the reviewer. */
  readonly reviewedBy: string;
  readonly reviewedAt: Date;
  /** What it repeats, if a restore undid it. */
  readonly replays?: Replayed;
}

/**
 * What a run needs to know about the person: kept sealed under a key that is not in the database, from the review
 * until the run ends or the plan is forgotten, then destroyed.
 */
export interface RunSecrets {
  readonly identifiers: PlainIdentifiers;
  /** The plan's key, 32 bytes. */
  readonly key: Uint8Array;
}

/**
 * `queued`: approved, and a worker of the server takes it up by itself when its time has come; only the server's store has it.
 * `superseded`: it had stopped, and a newer plan of the same person was begun instead. `called-off`: given up by an operator.
 */
export type RunState = 'queued' | 'running' | 'stopped' | 'done' | 'done-with-gaps' | 'superseded' | 'called-off';

/** A run as stored; it is open while it is `queued`, `running` (which a killed process leaves behind) or `stopped`. */
export interface RunRecord {
  readonly id: string;
  readonly plan: PlanRecord;
  readonly approval: Approval;
  readonly state: RunState;
  readonly startedAt: Date;
  readonly endedAt?: Date;
  /** How it ended last, for `stopped`, `done`, `done-with-gaps`. */
  readonly ending?: Ending;
  /** Position in the ledger when it ended. */
  readonly ledger?: { readonly seq: number; readonly hash: string };
}

/** A run this process owns: its journal throws `Fenced` once another process has taken it over. */
export interface OwnedRun {
  readonly record: RunRecord;
  readonly secrets: RunSecrets;
  readonly journal: Journal;
  /** Writes how it ended; with `done` and `done-with-gaps` destroys the secrets in the same transaction. */
  end(ending: Ending): Promise<RunRecord>;
}

/** What survives between two commands or two calls of a server. Every method may throw a storage error with a remedy. */
export interface Store {
  /** Stores a reviewed plan and seals its secrets, with a ledger line. An older plan of the same person that was never run is forgotten, secrets first. */
  savePlan(record: PlanRecord, secrets: RunSecrets): Promise<void>;
  /** The newest plan of a person that was not run yet. */
  latestPlan(host: string, person: PersonId): Promise<PlanRecord | undefined>;
  plan(id: string): Promise<PlanRecord | undefined>;
  /**
   * Begins a run from a plan and owns it. Uses the approval up: an approval, and a plan, begin one run only.
   * A stopped run on the same person becomes `superseded` and its secrets are destroyed; throws if one is `running`.
   */
  begin(plan: string, approval: Approval): Promise<OwnedRun>;
  /** Takes an open run over, whoever owned it: they are fenced off from then on. */
  takeOver(run: string): Promise<OwnedRun>;
  /** Gives an open run up for good: its owner is fenced off, its secrets are destroyed, the ledger says who did it. */
  callOff(run: string, by: string): Promise<void>;
  run(id: string): Promise<RunRecord | undefined>;
  /** Newest first. */
  runs(filter?: { readonly open?: boolean; readonly host?: string }): Promise<readonly RunRecord[]>;
  /** Runs at that host that have not ended, where a store can tell without reading all their plans; see `runs`. */
  openRuns?(host: string): Promise<readonly OpenRun[]>;
  /** What an open run knows about its person, without taking the run over: a new plan must look for the same. */
  secretsOf(run: string): Promise<RunSecrets | undefined>;
  /** What a run's journal holds, for reports: settled steps with code and remedy, and steps without an outcome yet. */
  outcomes(run: string): AsyncIterable<JournalEntry & Partial<Settled>>;
  /** Appends facts to the ledger. */
  note(...facts: readonly LedgerFact[]): Promise<void>;
  close(): Promise<void>;
}
