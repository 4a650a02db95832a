import { createHash } from 'node:crypto';

import { verifyLedger } from '@lethe/core';
import { sql } from 'kysely';
import type { z } from 'zod';

import type { Database } from '../connection/database.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { StorageError } from '../storage-error.ts';
import {
  damaged,
  headerSchema,
  tableSchema,
  trailerSchema,
  type BackupHeader,
  type RowCounts,
} from './backup-format.ts';
import { addTo } from './dump.ts';
import { tablesInOrder, type StoredTable } from './tables-in-order.ts';

/** Rows go to the server in parcels of so many characters. */
const PARCEL = 1_000_000;

/** Lines of a backup, and its header, which was read already. */
export interface Backup {
  readonly header: BackupHeader;
  /** Everything after the header. */
  readonly rest: AsyncIterator<string>;
}

/**
 * Reads the header.
 * @throws StorageError `conflict` for what is no backup, `too-new` for one of a later format.
 */
export async function openBackup(lines: AsyncIterable<string>): Promise<Backup> {
  const rest = lines[Symbol.asyncIterator]();
  const first = await rest.next();
  return { header: parsed(headerSchema, first.done === true ? '' : first.value), rest };
}

/**
 * Writes the rows of a backup into the tables, in place of what migrations put there. Call it within a transaction: what it
 * throws has to undo all of it. Answers how many rows each table has.
 * @throws StorageError `conflict` when the backup is not whole, or its ledger is not.
 */
export async function load(session: Database, backup: Backup): Promise<RowCounts> {
  const tables = await tablesInOrder(session);
  await switchTriggers(session, tables, 'disable');
  for (const { name } of [...tables].reverse()) await sql`delete from ${sql.table(`lethe.${name}`)}`.execute(session);
  const counts = await loadRows(session, tables, backup);
  await continueSequences(session);
  await switchTriggers(session, tables, 'enable');
  await compareCounts(session, counts);
  await compareLedger(session, backup.header);
  return counts;
}

async function switchTriggers(
  session: Database,
  tables: readonly StoredTable[],
  how: 'disable' | 'enable',
): Promise<void> {
  // What the ledger's own triggers refuse is the one way to put it there; referring rows are checked all the same.
  for (const { name } of tables)
    await sql`alter table ${sql.table(`lethe.${name}`)} ${sql.raw(how)} trigger user`.execute(session);
}

async function loadRows(session: Database, tables: readonly StoredTable[], backup: Backup): Promise<RowCounts> {
  const sum = createHash('sha256');
  addTo(sum, [JSON.stringify(backup.header)]);
  const loading = new Loading(session, tables);
  let line = await backup.rest.next();
  for (;;) {
    if (line.done === true) throw damaged();
    const next = await backup.rest.next();
    if (next.done === true) break;
    addTo(sum, [line.value]);
    await loading.take(line.value);
    line = next;
  }
  await loading.flush();
  const { rows, sha256 } = parsed(trailerSchema, line.value);
  if (sha256 !== sum.digest('hex')) throw damaged();
  return rows;
}

/** Puts lines into the table that was named last. */
class Loading {
  readonly #session: Database;
  readonly #tables: ReadonlyMap<string, StoredTable>;
  #table: StoredTable | undefined;
  #lines: string[] = [];
  #length = 0;

  constructor(session: Database, tables: readonly StoredTable[]) {
    this.#session = session;
    this.#tables = new Map(tables.map((table) => [table.name, table]));
  }

  async take(line: string): Promise<void> {
    if (line.startsWith('{"table":') && line.length < 100) {
      await this.flush();
      this.#table = this.#tables.get(parsed(tableSchema, line).table);
      if (this.#table === undefined) throw damaged();
      return;
    }
    this.#lines.push(line);
    this.#length += line.length;
    if (this.#length > PARCEL) await this.flush();
  }

  async flush(): Promise<void> {
    const [table, lines] = [this.#table, this.#lines];
    this.#lines = [];
    this.#length = 0;
    if (lines.length === 0) return;
    if (table === undefined) throw damaged();
    const columns = sql.join(table.columns.map((column) => sql.id(column)));
    const name = sql.table(`lethe.${table.name}`);
    await sql`insert into ${name} (${columns}) overriding system value
      select ${columns} from jsonb_populate_recordset(null::${name}, ${`[${lines.join(',')}]`}::jsonb)`.execute(
      this.#session,
    );
  }
}

/** Numbers that the database hands out go on after the highest that is there. */
async function continueSequences(session: Database): Promise<void> {
  const { rows } = await sql<{ sequence: string; table: string; column: string }>`
    select s.oid::regclass::text as sequence, t.relname as table, a.attname as column
    from pg_class s join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i')
    join pg_class t on t.oid = d.refobjid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
    where s.relkind = 'S' and t.relnamespace = 'lethe'::regnamespace`.execute(session);
  for (const { sequence, table, column } of rows) {
    await sql`select setval(${sequence}::regclass, greatest(1, max(${sql.id(column)})::bigint))
      from ${sql.table(`lethe.${table}`)} having count(*) > 0`.execute(session);
  }
}

async function compareCounts(session: Database, counts: RowCounts): Promise<void> {
  for (const [name, expected] of Object.entries(counts)) {
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int as count from ${sql.table(`lethe.${name}`)}`.execute(session);
    if (rows[0]?.count !== expected) throw damaged();
  }
}

async function compareLedger(session: Database, { ledger }: BackupHeader): Promise<void> {
  const verdict = await verifyLedger(readLedger(session));
  if (verdict.ok && verdict.head === `${ledger.seq}:${ledger.hash}`) return;
  throw new StorageError('conflict', 'The ledger in the backup is not whole.', {
    remedy: 'Somebody changed it, or the database it was made of. Use an older backup. Nothing was changed.',
  });
}

function parsed<T>(schema: z.ZodType<T>, line: string): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch (error) {
    throw damaged(error);
  }
}
