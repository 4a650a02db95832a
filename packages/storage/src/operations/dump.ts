import { createHash, type Hash } from 'node:crypto';

import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import { FORMAT, type BackupHeader, type RowCounts } from './backup-format.ts';
import { leftOut, tablesInOrder } from './tables-in-order.ts';

const PAGE = 1000;

/** Writes lines somewhere; resolves when there is room for more. */
export type WriteLines = (lines: readonly string[]) => Promise<void>;

/**
 * Writes every row of ours as it was at one moment, as lines of JSON: a header, for each table its name and its rows, a
 * trailer. Rows go through a cursor, so memory does not grow with them. Answers what was written.
 */
export async function dumpTo(
  database: Database,
  { write, now }: { readonly write: WriteLines; readonly now: () => Date },
): Promise<{ readonly header: BackupHeader; readonly rows: RowCounts }> {
  const snapshot = database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return snapshot.execute(async (session) => {
    const sum = createHash('sha256');
    const summing: WriteLines = async (lines) => {
      addTo(sum, lines);
      await write(lines);
    };
    const header = await headerOf(session, now());
    await summing([JSON.stringify(header)]);
    const rows = await dumpTables(session, summing);
    await write([JSON.stringify({ rows, sha256: sum.digest('hex') })]);
    return { header, rows };
  });
}

/** Adds lines to a checksum as they stand in the file. */
export function addTo(sum: Hash, lines: readonly string[]): void {
  for (const line of lines) sum.update(line).update('\n');
}

async function headerOf(session: Database, madeAt: Date): Promise<BackupHeader> {
  const { rows } = await sql<{ name: string }>`select name from lethe.kysely_migration order by name`.execute(session);
  const { id } = await session.selectFrom('installation').select('id').executeTakeFirstOrThrow();
  const { seq, hash } = await session.selectFrom('ledger_head').selectAll().executeTakeFirstOrThrow();
  const migrations = rows.map(({ name }) => name);
  return {
    ...{ format: FORMAT, madeAt: madeAt.toISOString(), migrations, installation: id },
    ...{ ledger: { seq: Number(seq), hash }, leftOut },
  };
}

async function dumpTables(session: Database, write: WriteLines): Promise<RowCounts> {
  const counts: Record<string, number> = {};
  for (const { name } of await tablesInOrder(session)) {
    if (leftOut.includes(name)) continue;
    await write([JSON.stringify({ table: name })]);
    counts[name] = await dumpRows(session, name, write);
  }
  return counts;
}

async function dumpRows(session: Database, table: string, write: WriteLines): Promise<number> {
  await sql`declare rows no scroll cursor for
    select to_jsonb(t)::text as line from ${sql.table(`lethe.${table}`)} t`.execute(session);
  let count = 0;
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(PAGE)} from rows`.execute(session);
    if (rows.length > 0) await write(rows.map(({ line }) => line));
    count += rows.length;
    if (rows.length < PAGE) break;
  }
  await sql`close rows`.execute(session);
  return count;
}
