import type { StepId } from './host.ts';
import type { JournalChange, JournalEntry } from './journal.ts';
import type { Settled } from './outcome.ts';

/** What a journal holds about a step, for a report too. */
export type JournalRow = JournalEntry & Partial<Settled>;

/** What one change says about one step. */
export interface JournalLine extends Partial<Settled> {
  readonly step: StepId;
  /** Whether its call is about to begin: then nothing is known of its outcome any more. */
  readonly begun: boolean;
}

/** One line a step, as stores write them: what is settled first, then begun again, is begun. */
export function journalLines({ intend = [], settle = [] }: JournalChange): readonly JournalLine[] {
  const lines = new Map<StepId, JournalLine>();
  for (const settled of settle) lines.set(settled.step, { ...settled, begun: false });
  for (const step of intend) lines.set(step, { step, begun: true });
  return [...lines.values()];
}

/** The row of a step after a line; `row` is what there was before. */
export function journalRowAfter(row: JournalRow | undefined, { begun, ...said }: JournalLine): JournalRow {
  return { ...said, attempts: (row?.attempts ?? 0) + (begun ? 1 : 0) };
}
