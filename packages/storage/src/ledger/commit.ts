import {
  emptyLedger,
  linkedEntry,
  type ChainEnd,
  type LedgerEntry,
  type LedgerFact,
  type LedgerPosition,
} from '@lethe/core';
import { sql, type RawBuilder } from 'kysely';

import type { Database } from '../connection/database.ts';
import { Turns } from './turns.ts';

type Fragment = RawBuilder<unknown>;

/** A change that is made whole or not at all, in one statement: no process can be stopped half way through it. */
export interface Change {
  /** Selects and locks the one row whose presence allows the change; the parts see it as `go`. */
  readonly condition: Fragment;
  /** Parts of the form `name as (insert ...)`; or what makes them of the place in the ledger the facts will have. */
  readonly parts: readonly Fragment[] | ((position: LedgerPosition) => readonly Fragment[]);
  /** What enters the main ledger with it. */
  readonly facts: readonly LedgerFact[];
}

interface Answer {
  readonly allowed: boolean;
  readonly written: boolean;
  readonly seq: string | null;
  readonly hash: string | null;
}

/**
 * Writes to the database, and to the main ledger in the same breath. Only what happens to a run as a whole goes there; what happens
 * inside it has a chain of its own (`RunChain`), so that runs do not wait for each other.
 */
export class Committer {
  readonly #database: Database;
  readonly #now: () => Date;
  readonly #turns = new Turns();
  /** What we believe the ledger ends with; another process may have gone on since. */
  #head: LedgerPosition = emptyLedger;

  constructor(database: Database, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  /** Makes the change. Answers where its facts stand in the ledger, or nothing when the condition did not hold. */
  async commit(change: Change): Promise<LedgerPosition | undefined> {
    if (change.facts.length === 0) return this.#made(this.#database, change);
    return this.#turns.take(async () => this.#made(this.#database, change));
  }

  /**
   * The same in a transaction with more. `work` is handed what commits; whatever else it does comes before that, as the ledger's
   * head stays locked from then on. When it throws, nothing has happened.
   */
  async transaction<T>(work: (session: Database, commit: Committer['commit']) => Promise<T>): Promise<T> {
    return this.#turns.take(async () =>
      this.#database
        .transaction()
        .execute(async (session) => work(session, async (change) => this.#made(session, change))),
    );
  }

  async #made(session: Database, change: Change): Promise<LedgerPosition | undefined> {
    for (;;) {
      const entries = linkedEntries(this.#head, change.facts, this.#now());
      const answer = await attempt(session, change, { head: this.#head, entries });
      if (!answer.allowed) return undefined;
      if (answer.written) return this.#moveTo(entries.at(-1) ?? this.#head);
      this.#moveTo({ seq: Number(answer.seq), hash: answer.hash ?? '' });
    }
  }

  #moveTo({ seq, hash }: LedgerPosition): LedgerPosition {
    this.#head = { seq, hash };
    return this.#head;
  }
}

interface Attempt {
  readonly head: LedgerPosition;
  readonly entries: readonly LedgerEntry[];
}

async function attempt(session: Database, change: Change, { head, entries }: Attempt): Promise<Answer> {
  const { seq, hash } = entries.at(-1) ?? head;
  const own = typeof change.parts === 'function' ? change.parts({ seq, hash }) : change.parts;
  const parts = [...own, ...(entries.length > 0 ? ledgerParts(entries) : [])];
  const { rows } = await sql<Answer>`
    with own as materialized (${change.condition}),
    head as materialized (
      select seq, hash from lethe.ledger_head
      where ${entries.length > 0} and exists (select from own) for no key update
    ),
    go as materialized (
      select * from own where ${entries.length === 0} or exists (select from head where hash = ${head.hash})
    )${joined(parts)}
    select exists (select from own) as allowed, exists (select from go) as written,
      (select seq from head) as seq, (select hash from head) as hash`.execute(session);
  return rows[0] ?? { allowed: false, written: false, seq: null, hash: null };
}

/** Further parts of a statement. */
export function joined(parts: readonly Fragment[]): Fragment {
  return sql.join(
    parts.map((part) => sql`, ${part}`),
    sql``,
  );
}

/** The entries that say these facts, each linked to the one before. */
export function linkedEntries(head: ChainEnd, facts: readonly LedgerFact[], at: Date): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (const fact of facts) entries.push(linkedEntry(entries.at(-1) ?? head, fact, at));
  return entries;
}

/** Entries as rows `e`, to be inserted. */
export function entryRows(entries: readonly LedgerEntry[]): Fragment {
  const column = (value: (entry: LedgerEntry) => unknown): Fragment => sql`${entries.map(value)}`;
  return sql`unnest(
    ${column(({ seq }) => seq)}::bigint[], ${column(({ at }) => at)}::timestamptz[],
    ${column(({ fact }) => JSON.stringify(fact))}::jsonb[], ${column(({ prev }) => prev)}::text[], ${column(({ hash }) => hash)}::text[]
  ) as e (seq, at, fact, prev, hash)`;
}

function ledgerParts(entries: readonly LedgerEntry[]): readonly Fragment[] {
  const last = entries.at(-1);
  return [
    sql`entered as (
      insert into lethe.ledger (seq, at, fact, prev, hash)
      select e.seq, e.at, e.fact, e.prev, e.hash from go, ${entryRows(entries)})`,
    sql`moved as (update lethe.ledger_head set seq = ${last?.seq}, hash = ${last?.hash} from go)`,
  ];
}
