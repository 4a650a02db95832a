import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import { Committer } from '../ledger/commit.ts';
import { migrate } from '../migrations/migrate.ts';
import { migrations } from '../migrations/migrations.ts';
import { StorageError } from '../storage-error.ts';
import type { BackupHeader, RowCounts } from './backup-format.ts';
import { load, openBackup, type Backup } from './load.ts';
import { quiet } from './quiet.ts';
import { tablesInOrder } from './tables-in-order.ts';
import { vacancyOf, vacate } from './vacancy.ts';

/** What was restored. */
export interface Restored {
  readonly header: BackupHeader;
  readonly rows: RowCounts;
}

/** What a restore goes on with. */
export interface Restoring {
  readonly now: () => Date;
  /** Who restores, for the ledger. Without it the rows are only moved: the ledger gets no line, and what was queued stays so. */
  readonly by?: string | undefined;
}

/**
 * Puts a backup into an empty database: tables as they were when it was made, its rows in one transaction, then the changes
 * of tables made since. Killed at any moment it leaves the database empty, or restored whole.
 * @throws StorageError `conflict` when the database is in use or the backup not whole, `too-new` for one of a later version.
 */
export async function restoreInto(
  database: Database,
  lines: AsyncIterable<string>,
  { now, by }: Restoring,
): Promise<Restored> {
  const backup = await openBackup(lines);
  const wanted = migrationsOf(backup.header);
  await vacate(database);
  await migrate(database, { migrations: wanted });
  const rows = await database.transaction().execute(async (session) => {
    const loaded = await loadAll(session, backup);
    if (by !== undefined) await quiet(session, by);
    return loaded;
  });
  await migrate(database);
  if (by !== undefined) await noteRestored(database, { header: backup.header, by, now });
  return { header: backup.header, rows };
}

function migrationsOf({ migrations: names }: BackupHeader): typeof migrations {
  const unknown = names.filter((name) => !(name in migrations));
  if (unknown.length === 0) {
    return Object.fromEntries(Object.entries(migrations).filter(([name]) => names.includes(name)));
  }
  throw new StorageError('too-new', `The backup was made by a newer version of lethe (${unknown.join(', ')}).`, {
    remedy: 'Update lethe on this machine to that version. Nothing was changed.',
  });
}

async function loadAll(session: Database, backup: Backup): Promise<RowCounts> {
  // A server that was started meanwhile waits here, and finds a database in use.
  for (const { name } of await tablesInOrder(session))
    await sql`lock table ${sql.table(`lethe.${name}`)} in access exclusive mode`.execute(session);
  if ((await vacancyOf(session)) !== 'empty') {
    throw new StorageError('busy', 'Somebody else began to use this database at this moment.', {
      remedy: 'Stop every lethe on it and repeat the command. Nothing was changed.',
    });
  }
  return load(session, backup);
}

interface Noting {
  readonly header: BackupHeader;
  readonly by: string;
  readonly now: () => Date;
}

async function noteRestored(database: Database, { header, by, now }: Noting): Promise<void> {
  const facts = [{ what: 'backup-restored', actor: by, digest: header.ledger.hash }] as const;
  await new Committer(database, now).commit({ condition: sql`select 1 as one`, parts: [], facts });
}
