import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import { QUEUE_SCHEMA } from '../queue/boss.ts';
import { StorageError } from '../storage-error.ts';
import { filledByMigrations, leftOut, tablesInOrder } from './tables-in-order.ts';

/** `absent`: no table of ours; `empty`: nothing was ever done in them; `moved`: what they hold lives elsewhere by now. */
export type Vacancy = 'absent' | 'empty' | 'moved' | 'taken';

/** Whether a database can be restored into. */
export async function vacancyOf(database: Database): Promise<Vacancy> {
  if (!(await hasTable(database, 'ledger_head'))) return (await hasTable(database, 'plan')) ? 'taken' : 'absent';
  if ((await movedTo(database)) !== undefined) return 'moved';
  const head = await database.selectFrom('ledger_head').select('seq').executeTakeFirst();
  if (Number(head?.seq ?? 0) > 0) return 'taken';
  for (const { name } of await tablesInOrder(database)) {
    if (filledByMigrations.includes(name) || leftOut.includes(name)) continue;
    const { rows } = await sql`select from ${sql.table(`lethe.${name}`)} limit 1`.execute(database);
    if (rows.length > 0) return 'taken';
  }
  return 'empty';
}

/** Where a database was moved to, if it was. */
export async function movedTo(database: Database): Promise<string | undefined> {
  if (!(await hasTable(database, 'moved'))) return undefined;
  const { rows } = await sql<{ target: string }>`select target from lethe.moved limit 1`.execute(database);
  return rows[0]?.target;
}

/**
 * Refuses a database whose content lives elsewhere by now.
 * @throws StorageError `conflict` that says where.
 */
export async function refuseMoved(database: Database): Promise<void> {
  const target = await movedTo(database);
  if (target === undefined) return;
  throw new StorageError('conflict', `What was in this database has been moved: ${target}.`, {
    remedy:
      'Set DATABASE_URL, or LETHE_DATA_DIR, to where it is now, or take the setting out that names the old place.',
  });
}

/**
 * Makes room for a restore: what is empty, or was moved away, goes.
 * @throws StorageError `conflict` when there is something to lose.
 */
export async function vacate(database: Database): Promise<void> {
  if ((await vacancyOf(database)) === 'taken') throw taken();
  await sql`drop schema if exists lethe cascade`.execute(database);
  await sql`drop schema if exists ${sql.id(QUEUE_SCHEMA)} cascade`.execute(database);
}

async function hasTable(database: Database, name: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass(${`lethe.${name}`}) is not null as there`.execute(
    database,
  );
  return rows[0]?.there === true;
}

function taken(): StorageError {
  return new StorageError('conflict', 'The database is in use already.', {
    remedy: 'Name an empty one: another LETHE_DATA_DIR, or another DATABASE_URL. Nothing was changed.',
  });
}
