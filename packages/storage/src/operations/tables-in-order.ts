import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';

/** A table of ours, and the columns that can be written. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** What the migrator keeps for itself. */
const migratorTables: readonly string[] = ['kysely_migration', 'kysely_migration_lock'];

/**
 * Tables whose rows a restore must not bring back: whoever was signed in, half-done sign-ins, and who waits for whom at this
 * moment; mails that were about to go out. That this database was moved away is said of the database, not of what it holds.
 */
export const leftOut: readonly string[] = [
  ...['moved', 'run_progress', 'host_pace', 'inquiry'],
  ...['session', 'sign_in_code', 'sign_in_try'],
  ...['look', 'notice', 'notice_told', 'notice_mark'],
];

/** Rows that are there before anybody did anything. */
export const filledByMigrations: readonly string[] = ['installation', 'ledger_head', 'kill_switch', 'canary'];

/** Our tables, so that a row never comes before one it refers to. */
export async function tablesInOrder(database: Database): Promise<readonly StoredTable[]> {
  const tables = await storedTables(database);
  const needs = await references(database);
  const ordered: StoredTable[] = [];
  let left = tables;
  while (left.length > 0) {
    const waiting = new Set(left.map((table) => table.name));
    const free = left.filter(
      ({ name }) => !needs.some(({ from, to }) => from === name && to !== name && waiting.has(to)),
    );
    if (free.length === 0) return [...ordered, ...left];
    ordered.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}

async function storedTables(database: Database): Promise<readonly StoredTable[]> {
  const { rows } = await sql<StoredTable>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'lethe'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    group by c.relname order by c.relname`.execute(database);
  return rows.filter(({ name }) => !migratorTables.includes(name));
}

interface Reference {
  readonly from: string;
  readonly to: string;
}

async function references(database: Database): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`
    select f.relname as from, t.relname as to from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'lethe'::regnamespace`.execute(database);
  return rows;
}
