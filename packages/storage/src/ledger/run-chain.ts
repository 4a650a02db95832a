import { emptyLedger, type JournalLine, type LedgerFact, type LedgerPosition } from '@lethe/core';

import { linkedEntries } from './commit.ts';
import type { Ownership } from './run-writes.ts';
import type { SharedCommit } from './shared-commit.ts';

/**
 * The chain of one run in the ledger. Its head is in the run's own row, beside the token: one statement checks the token, writes what
 * the run has to write and moves the head, and waits for no run of another process.
 */
export class RunChain {
  readonly #shared: SharedCommit;
  readonly #own: Ownership;
  readonly #now: () => Date;
  /** What we believe the chain ends with; an earlier owner may have begun it. */
  #head: LedgerPosition = emptyLedger;

  constructor(shared: SharedCommit, own: Ownership, now: () => Date) {
    this.#shared = shared;
    this.#own = own;
    this.#now = now;
  }

  /** Writes the lines and the facts. Answers false, and has written nothing, if the run is another's by now. */
  async commit(lines: readonly JournalLine[], facts: readonly LedgerFact[]): Promise<boolean> {
    for (;;) {
      const entries = linkedEntries({ ...this.#head, chain: this.#own.run }, facts, this.#now());
      const answer = await this.#shared.write({ own: this.#own, head: this.#head, lines, entries });
      if (answer === undefined) return false;
      if (answer.written) return this.#moveTo(entries.at(-1) ?? this.#head);
      this.#moveTo({ seq: Number(answer.seq), hash: answer.hash });
    }
  }

  #moveTo({ seq, hash }: LedgerPosition): true {
    this.#head = { seq, hash };
    return true;
  }
}

/** What a stored run's chain ends with. */
export function chainOf(row: { readonly chain_seq: string; readonly chain_hash: string }): LedgerPosition {
  return { seq: Number(row.chain_seq), hash: row.chain_hash };
}

/** A fact about a run that also anchors its chain. */
export function anchoring(fact: LedgerFact, chain: LedgerPosition): LedgerFact {
  return chain.seq === 0 ? fact : { ...fact, chain };
}
