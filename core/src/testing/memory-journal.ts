import type { StepId } from '../host.ts';
import type { Journal, JournalChange, JournalEntry } from '../journal.ts';
import type { LedgerFact } from '../ledger-entry.ts';

/** A journal in memory that shows what it holds and can fail like a disk. */
export interface MemoryJournal extends Journal {
  /** Everything ever written, in order. */
  readonly changes: readonly JournalChange[];
  readonly facts: readonly LedgerFact[];
  /**
   * Makes the write with this number, from 0 counted over the journal's life, throw `failure`: before it is taken, or
   * after (`kept`), as when a process dies before it hears of it.
   */
  failAt(write: number, failure: Error, kept: boolean): void;
}

/** An empty journal. */
export function memoryJournal(): MemoryJournal {
  return new InMemory();
}

class InMemory implements MemoryJournal {
  readonly changes: JournalChange[] = [];
  readonly #entries = new Map<StepId, JournalEntry>();
  #writes = 0;
  #failing: { readonly write: number; readonly failure: Error; readonly kept: boolean } | undefined;

  get facts(): readonly LedgerFact[] {
    return this.changes.flatMap((change) => change.facts ?? []);
  }

  failAt(write: number, failure: Error, kept: boolean): void {
    this.#failing = { write, failure, kept };
  }

  async *entries(): AsyncGenerator<JournalEntry> {
    yield* [...this.#entries.values()];
  }

  write(change: JournalChange): Promise<void> {
    const failing = this.#failing?.write === this.#writes ? this.#failing : undefined;
    this.#writes += 1;
    if (failing === undefined || failing.kept) this.#take(change);
    return failing === undefined ? Promise.resolve() : Promise.reject(failing.failure);
  }

  #take(change: JournalChange): void {
    this.changes.push(change);
    for (const step of change.intend ?? []) {
      const known = this.#entries.get(step);
      this.#entries.set(step, { ...known, step, attempts: (known?.attempts ?? 0) + 1 });
    }
    for (const { step, outcome } of change.settle ?? []) {
      this.#entries.set(step, { step, attempts: this.#entries.get(step)?.attempts ?? 0, outcome });
    }
  }
}
