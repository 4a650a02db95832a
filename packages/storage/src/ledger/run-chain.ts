import { emptyLedger, type LedgerFact, type LedgerPosition } from '@lethe/core';
import { sql, type RawBuilder } from 'kysely';

import { often, type Database } from '../connection/database.ts';
import { entryRows, joined, linkedEntries } from './commit.ts';

type Fragment = RawBuilder<unknown>;

/** A run, and the token that makes it this process's. */
export interface Ownership {
  readonly run: string;
  readonly token: string;
}

interface Answer {
  readonly allowed: boolean;
  readonly written: boolean;
  readonly seq: string | null;
  readonly hash: string | null;
}

/**
 * The chain of one run in the ledger. Its head is in the run's own row, beside the token: one statement checks the token, writes what
 * the run has to write and moves the head, and waits for no other run.
 */
export class RunChain {
  readonly #database: Database;
  readonly #own: Ownership;
  readonly #now: () => Date;
  /** What we believe the chain ends with; an earlier owner may have begun it. */
  #head: LedgerPosition = emptyLedger;

  constructor(database: Database, own: Ownership, now: () => Date) {
    this.#database = database;
    this.#own = own;
    this.#now = now;
  }

  /** Writes the parts, which see the run as `go`, and the facts. Answers false, and has written nothing, if the run is another's by now. */
  async commit(parts: readonly Fragment[], facts: readonly LedgerFact[]): Promise<boolean> {
    for (;;) {
      const answer = await this.#attempt(parts, facts);
      if (!answer.allowed) return false;
      if (answer.written) return true;
      this.#head = { seq: Number(answer.seq), hash: answer.hash ?? '' };
    }
  }

  async #attempt(parts: readonly Fragment[], facts: readonly LedgerFact[]): Promise<Answer> {
    const { run, token } = this.#own;
    const entries = linkedEntries({ ...this.#head, chain: run }, facts, this.#now());
    const last = entries.at(-1);
    const entering = last === undefined ? [] : [entered(entryRows(entries)), moved(last)];
    const { rows } = await sql<Answer>`${often}
      with own as materialized (
        select id, chain_seq, chain_hash from lethe.run where id = ${run} and token = ${token} for no key update
      ),
      go as materialized (select * from own where ${last === undefined} or chain_hash = ${this.#head.hash})
      ${joined([...parts, ...entering])}
      select exists (select from own) as allowed, exists (select from go) as written,
        (select chain_seq from own) as seq, (select chain_hash from own) as hash`.execute(this.#database);
    const answer = rows[0] ?? { allowed: false, written: false, seq: null, hash: null };
    if (answer.written && last !== undefined) this.#head = { seq: last.seq, hash: last.hash };
    return answer;
  }
}

function entered(rows: Fragment): Fragment {
  return sql`entered as (
    insert into lethe.run_ledger (run, seq, at, fact, prev, hash)
    select go.id, e.seq, e.at, e.fact, e.prev, e.hash from go, ${rows})`;
}

function moved({ seq, hash }: LedgerPosition): Fragment {
  return sql`moved as (update lethe.run r set chain_seq = ${seq}, chain_hash = ${hash} from go where r.id = go.id)`;
}

/** What a stored run's chain ends with. */
export function chainOf(row: { readonly chain_seq: string; readonly chain_hash: string }): LedgerPosition {
  return { seq: Number(row.chain_seq), hash: row.chain_hash };
}

/** A fact about a run that also anchors its chain. */
export function anchoring(fact: LedgerFact, chain: LedgerPosition): LedgerFact {
  return chain.seq === 0 ? fact : { ...fact, chain };
}
