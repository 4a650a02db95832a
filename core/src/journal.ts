import type { StepId } from './host.ts';
import type { LedgerFact } from './ledger-entry.ts';
import type { Settled, Outcome } from './outcome.ts';

/** What a journal knows about a step that was begun. */
export interface JournalEntry {
  readonly step: StepId;
  /** How often its call was begun. */
  readonly attempts: number;
  /** Missing while it is unknown whether the call took effect. */
  readonly outcome?: Outcome;
}

/** One change, taken whole or not at all. */
export interface JournalChange {
  /** Steps whose calls are about to begin. */
  readonly intend?: readonly StepId[];
  readonly settle?: readonly Settled[];
  /** What goes into the ledger with it, before anybody is shown the outcome. */
  readonly facts?: readonly LedgerFact[];
}

/**
 * What survives a crash of a run: step ids and outcomes, nothing personal. One journal belongs to one run.
 * Throws `Fenced` once another process has taken the run over.
 */
export interface Journal {
  entries(): AsyncIterable<JournalEntry>;
  write(change: JournalChange): Promise<void>;
}
