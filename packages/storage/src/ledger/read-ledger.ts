import type { LedgerEntry } from '@lethe/core';
import { sql, type Selectable } from 'kysely';

import type { Database } from '../connection/database.ts';
import type { Tables } from '../connection/tables.ts';

const PAGE = 1000;

type Row = Selectable<Tables['ledger']>;
type ChainRow = Selectable<Tables['run_ledger']>;

/**
 * The whole ledger from its first entry, read page by page: the main chain in its order, and in between those of runs, each entry before
 * the one that anchors it. What is not anchored yet stands where it was written by the clock.
 */
export async function* readLedger(database: Database): AsyncGenerator<LedgerEntry> {
  const open = new Open(await openEnds(database));
  const given = new Map<string, number>();
  const give = (row: ChainRow): LedgerEntry => {
    given.set(row.run, Number(row.seq));
    return chainEntry(row);
  };
  for await (const page of mainPages(database)) {
    const anchored = await anchoredBy(database, page, given);
    for (const row of page) {
      for (const one of open.until(row.at)) if (isNew(one, given)) yield give(one);
      for (const one of anchored.get(row.seq) ?? []) if (isNew(one, given)) yield give(one);
      yield { seq: Number(row.seq), at: row.at.toISOString(), fact: row.fact, prev: row.prev, hash: row.hash };
    }
  }
  for (const one of open.until(undefined)) if (isNew(one, given)) yield give(one);
}

function isNew({ run, seq }: ChainRow, given: ReadonlyMap<string, number>): boolean {
  return Number(seq) > (given.get(run) ?? 0);
}

async function* mainPages(database: Database): AsyncGenerator<readonly Row[]> {
  let after = '0';
  for (;;) {
    const page = await database
      .selectFrom('ledger')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.seq;
  }
}

/** What runs have written since their last anchor, in the order of the clock; each run's in its own. */
async function openEnds(database: Database): Promise<readonly ChainRow[]> {
  const { rows } = await sql<ChainRow>`
    select l.run, l.seq, l.at, l.fact, l.prev, l.hash
    from lethe.run_ledger l left join (
      select fact ->> 'run' as run, max((fact #>> '{chain,seq}')::bigint) as seq from lethe.ledger
      where fact ? 'chain' group by 1
    ) a on a.run = l.run::text
    where l.seq > coalesce(a.seq, 0)
    order by max(l.at) over (partition by l.run order by l.seq), l.run, l.seq`.execute(database);
  return rows;
}

/** Entries of runs' chains that this page anchors, by the number of the entry that does. */
async function anchoredBy(
  database: Database,
  page: readonly Row[],
  given: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, readonly ChainRow[]>> {
  const anchors = new Map<string, readonly Anchor[]>();
  for (const { seq: by, fact } of page) {
    const { run, chain } = fact;
    if (run !== undefined && chain !== undefined && isUuid(run))
      anchors.set(run, [...(anchors.get(run) ?? []), { by, upTo: chain.seq }]);
  }
  const found = new Map<string, ChainRow[]>();
  if (anchors.size === 0) return found;
  for (const row of await chainRows(database, anchors, given)) {
    const by = anchors.get(row.run)?.find(({ upTo }) => upTo >= Number(row.seq))?.by ?? '';
    const rows = found.get(by) ?? [];
    rows.push(row);
    found.set(by, rows);
  }
  return found;
}

interface Anchor {
  /** The number of the entry that anchors. */
  readonly by: string;
  readonly upTo: number;
}

function isUuid(run: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(run);
}

async function chainRows(
  database: Database,
  anchors: ReadonlyMap<string, readonly Anchor[]>,
  given: ReadonlyMap<string, number>,
): Promise<readonly ChainRow[]> {
  const runs = [...anchors.keys()];
  const upTo = [...anchors.values()].map((some) => Math.max(...some.map((one) => one.upTo)));
  const { rows } = await sql<ChainRow>`
    select l.run, l.seq, l.at, l.fact, l.prev, l.hash
    from unnest(${runs}::uuid[], ${runs.map((run) => given.get(run) ?? 0)}::bigint[], ${upTo}::bigint[])
      as a (run, after, up_to)
    join lethe.run_ledger l on l.run = a.run and l.seq > a.after and l.seq <= a.up_to
    order by l.run, l.seq`.execute(database);
  return rows;
}

/** Open ends, given out as their time comes. */
class Open {
  readonly #rows: readonly ChainRow[];
  #next = 0;

  constructor(rows: readonly ChainRow[]) {
    this.#rows = rows;
  }

  *until(at: Date | undefined): Generator<ChainRow> {
    for (let row = this.#rows[this.#next]; row !== undefined; row = this.#rows[this.#next]) {
      if (at !== undefined && row.at > at) return;
      this.#next += 1;
      yield row;
    }
  }
}

function chainEntry({ run, seq, at, fact, prev, hash }: ChainRow): LedgerEntry {
  return { seq: Number(seq), at: at.toISOString(), fact, prev, hash, chain: run };
}
