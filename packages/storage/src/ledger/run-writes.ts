import type { JournalLine, LedgerEntry, LedgerPosition } from '@lethe/core';
import type { CompiledQuery } from 'kysely';

import { oftenQuery } from '../connection/database.ts';

/** A run, and the token that makes it this process's. */
export interface Ownership {
  readonly run: string;
  readonly token: string;
}

/** What a run has to write: lines of its journal and entries of its chain, both or neither. */
export interface RunWrite {
  readonly own: Ownership;
  /** What its chain is believed to end with; the entries go on from there. */
  readonly head: LedgerPosition;
  readonly lines: readonly JournalLine[];
  readonly entries: readonly LedgerEntry[];
}

/** What became of the write of one run. One that is missing among the answers is another process's by now, and wrote nothing. */
export interface RunAnswer {
  readonly run: string;
  /** False where its chain ends with something else than was believed: `seq` and `hash` say with what. */
  readonly written: boolean;
  readonly seq: string;
  readonly hash: string;
}

/**
 * The writes of several runs as one statement, each under its own fence: a run whose token is another by now writes nothing, and
 * keeps none of the others from it. Runs are locked in the order of their ids, as by everybody who locks several.
 */
export function statementOf(writes: readonly RunWrite[]): CompiledQuery<RunAnswer> {
  return oftenQuery(text, [...asked(writes), ...lines(writes), ...entries(writes)]);
}

const text = `
  with own as materialized (
    select r.id, r.chain_seq, r.chain_hash, a.head, a.seq, a.hash
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::text[]) as a (run, token, head, seq, hash)
    join lethe.run r on r.id = a.run and r.token = a.token
    order by r.id for no key update of r
  ),
  go as materialized (select id, seq, hash from own where seq is null or chain_hash = head),
  steps as (
    insert into lethe.step as s (run, step, attempts, begun_at, outcome, code, remedy, settled_at)
    select go.id, l.step, l.begun::int, case when l.begun then now() end, l.outcome, l.code, l.remedy,
      case when l.outcome is not null then now() end
    from go join unnest($6::uuid[], $7::text[], $8::boolean[], $9::text[], $10::text[], $11::text[])
      as l (run, step, begun, outcome, code, remedy) on l.run = go.id
    on conflict (run, step) do update set
      attempts = s.attempts + excluded.attempts, begun_at = coalesce(excluded.begun_at, s.begun_at),
      outcome = excluded.outcome, code = excluded.code, remedy = excluded.remedy, settled_at = excluded.settled_at
  ),
  entered as (
    insert into lethe.run_ledger (run, seq, at, fact, prev, hash)
    select go.id, e.seq, e.at, e.fact, e.prev, e.hash
    from go join unnest($12::uuid[], $13::bigint[], $14::timestamptz[], $15::jsonb[], $16::text[], $17::text[])
      as e (run, seq, at, fact, prev, hash) on e.run = go.id
  ),
  moved as (
    update lethe.run r set chain_seq = go.seq, chain_hash = go.hash from go where r.id = go.id and go.seq is not null
  )
  select id as run, seq is null or chain_hash = head as written, chain_seq as seq, chain_hash as hash from own`;

/** Without entries the chain stays as it is, whatever it ends with. */
function asked(writes: readonly RunWrite[]): readonly unknown[] {
  const last = writes.map(({ entries }) => entries.at(-1));
  return [
    writes.map(({ own }) => own.run),
    writes.map(({ own }) => own.token),
    writes.map(({ head }) => head.hash),
    last.map((entry) => entry?.seq ?? null),
    last.map((entry) => entry?.hash ?? null),
  ];
}

function lines(writes: readonly RunWrite[]): readonly unknown[] {
  const all = writes.flatMap(({ own, lines }) => lines.map((line) => ({ ...line, run: own.run })));
  return [
    all.map(({ run }) => run),
    all.map(({ step }) => step),
    all.map(({ begun }) => begun),
    all.map(({ outcome }) => outcome ?? null),
    all.map(({ code }) => code ?? null),
    all.map(({ remedy }) => remedy ?? null),
  ];
}

function entries(writes: readonly RunWrite[]): readonly unknown[] {
  const all = writes.flatMap(({ own, entries }) => entries.map((entry) => ({ ...entry, run: own.run })));
  return [
    all.map(({ run }) => run),
    all.map(({ seq }) => seq),
    all.map(({ at }) => at),
    all.map(({ fact }) => JSON.stringify(fact)),
    all.map(({ prev }) => prev),
    all.map(({ hash }) => hash),
  ];
}
