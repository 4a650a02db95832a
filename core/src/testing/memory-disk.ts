import type { JournalRow } from '../journal-lines.ts';
import type { LedgerEntry, LedgerFact, LedgerPosition } from '../ledger-entry.ts';
import { emptyLedger, linkedEntry } from '../ledger.ts';
import type { PlanRecord, RunRecord, RunSecrets } from '../store.ts';

/** What several stores in memory share, as processes share a database. */
export interface MemoryDisk {
  readonly plans: Map<string, PlanRecord>;
  readonly secrets: Map<string, RunSecrets>;
  readonly runs: Map<string, MemoryRun>;
  readonly ledger: MemoryLedger;
  /** Tokens of owners that live. */
  readonly present: Set<string>;
  readonly now: () => Date;
}

/** A run, whose it is, and its journal. */
export interface MemoryRun {
  readonly record: RunRecord;
  readonly token?: string;
  readonly open: boolean;
  readonly steps: ReadonlyMap<string, JournalRow>;
}

/** An empty disk. */
export function memoryDisk(now: () => Date = () => new Date('2026-04-01T09:00:00Z')): MemoryDisk {
  return {
    plans: new Map(),
    secrets: new Map(),
    runs: new Map(),
    ledger: new MemoryLedger(now),
    present: new Set(),
    now,
  };
}

/** A ledger in memory. */
class MemoryLedger {
  readonly #now: () => Date;
  readonly #entries: LedgerEntry[] = [];

  constructor(now: () => Date) {
    this.#now = now;
  }

  get entries(): readonly LedgerEntry[] {
    return [...this.#entries];
  }

  get head(): LedgerPosition {
    const { seq, hash } = this.#entries.at(-1) ?? emptyLedger;
    return { seq, hash };
  }

  /** All of them or, if one is none, nothing. */
  append(facts: readonly LedgerFact[]): void {
    const entries: LedgerEntry[] = [];
    for (const fact of facts) entries.push(linkedEntry(entries.at(-1) ?? this.head, fact, this.#now()));
    this.#entries.push(...entries);
  }
}
