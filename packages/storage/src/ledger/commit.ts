import { emptyLedger, linkedEntry, type LedgerEntry, type LedgerFact, type LedgerPosition } from '@lethe/core';
import { sql, type RawBuilder } from 'kysely';

import type { Database } from '../connection/database.ts';

type Fragment = RawBuilder<unknown>;

/** A change that is made whole or not at all, in one statement: no process can be stopped half way through it. */
export interface Change {
  /** Selects and locks the one row whose presence allows the change; the parts see it as `go`. */
  readonly condition: Fragment;
  /** Parts of the form `name as (insert ...)`. */
  readonly parts: readonly Fragment[];
  /** What enters the ledger with it. */
  readonly facts: readonly LedgerFact[];
}

interface Answer {
  readonly allowed: boolean;
  readonly written: boolean;
  readonly seq: string | null;
  readonly hash: string | null;
}

/** Writes to the database, and to the ledger in the same breath. */
export class Committer {
  readonly #database: Database;
  readonly #now: () => Date;
  /** What we believe the ledger ends with; another process may have gone on since. */
  #head: LedgerPosition = emptyLedger;

  constructor(database: Database, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  /** Makes the change. Answers where its facts stand in the ledger, or nothing when the condition did not hold. */
  async commit(change: Change): Promise<LedgerPosition | undefined> {
    for (;;) {
      const entries = linkedEntries(this.#head, change.facts, this.#now());
      const answer = await this.#attempt(change, entries);
      if (!answer.allowed) return undefined;
      if (answer.written) return this.#moveTo(entries.at(-1) ?? this.#head);
      this.#moveTo({ seq: Number(answer.seq), hash: answer.hash ?? '' });
    }
  }

  #moveTo({ seq, hash }: LedgerPosition): LedgerPosition {
    this.#head = { seq, hash };
    return this.#head;
  }

  async #attempt(change: Change, entries: readonly LedgerEntry[]): Promise<Answer> {
    const parts = [...change.parts, ...(entries.length > 0 ? ledgerParts(entries) : [])];
    const { rows } = await sql<Answer>`
      with own as materialized (${change.condition}),
      head as materialized (
        select seq, hash from lethe.ledger_head
        where ${entries.length > 0} and exists (select from own) for no key update
      ),
      go as materialized (
        select * from own where ${entries.length === 0} or exists (select from head where hash = ${this.#head.hash})
      )${sql.join(
        parts.map((part) => sql`, ${part}`),
        sql``,
      )}
      select exists (select from own) as allowed, exists (select from go) as written,
        (select seq from head) as seq, (select hash from head) as hash`.execute(this.#database);
    return rows[0] ?? { allowed: false, written: false, seq: null, hash: null };
  }
}

function linkedEntries(head: LedgerPosition, facts: readonly LedgerFact[], at: Date): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (const fact of facts) entries.push(linkedEntry(entries.at(-1) ?? head, fact, at));
  return entries;
}

function ledgerParts(entries: readonly LedgerEntry[]): readonly Fragment[] {
  const last = entries.at(-1);
  const column = (value: (entry: LedgerEntry) => unknown): Fragment => sql`${entries.map(value)}`;
  return [
    sql`entered as (
      insert into lethe.ledger (seq, at, fact, prev, hash)
      select e.seq, e.at, e.fact, e.prev, e.hash from go, unnest(
        ${column(({ seq }) => seq)}::bigint[], ${column(({ at }) => at)}::timestamptz[],
        ${column(({ fact }) => JSON.stringify(fact))}::jsonb[], ${column(({ prev }) => prev)}::text[], ${column(({ hash }) => hash)}::text[]
      ) as e (seq, at, fact, prev, hash))`,
    sql`moved as (update lethe.ledger_head set seq = ${last?.seq}, hash = ${last?.hash} from go)`,
  ];
}
