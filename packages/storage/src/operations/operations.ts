import { stat } from 'node:fs/promises';

import { openDatabase } from '../connection/database.ts';
import type { Database } from '../connection/database.ts';
import { migrate } from '../migrations/migrate.ts';
import { findServer, keysOf, type StorageOptions } from '../opening.ts';
import type { KeyRing } from '../secrets/sealing-key.ts';
import type { BackupHeader, RowCounts } from './backup-format.ts';
import { readBackupFile, writeBackupFile } from './backup-file.ts';
import { dumpTo } from './dump.ts';
import { restoreInto, type Restored } from './restore.ts';
import { refuseMoved } from './vacancy.ts';

/** A backup that was made. */
export interface MadeBackup {
  readonly header: BackupHeader;
  readonly rows: RowCounts;
  /** How many bytes the file has. */
  readonly bytes: number;
}

/** What a restored database needs besides. */
export interface RestoredHere extends Restored {
  /** Keys that secrets in it are sealed with and that are not here: those secrets cannot be opened until they are. */
  readonly missingKeys: readonly string[];
}

/**
 * Writes everything that is stored, as it is at one moment, into a new file; whoever is at work goes on. Sealed secrets stay sealed
 * under the key that is not in it. With `sealed` all of it is sealed with that key, too.
 * @throws StorageError
 */
export async function makeBackup(
  options: StorageOptions,
  { file, sealed }: { readonly file: string; readonly sealed: boolean },
): Promise<MadeBackup> {
  return withDatabase(options, async (database, keys) => {
    await migrate(database);
    await refuseMoved(database);
    const now = options.now ?? (() => new Date());
    const key = sealed ? (await keys()).current : undefined;
    const made = await writeBackupFile(file, key, async (write) => dumpTo(database, { write, now }));
    return { ...made, bytes: (await stat(file)).size };
  });
}

/**
 * Puts a backup into an empty database, whole or not at all; `by` is who does it, for the ledger.
 * @throws StorageError `conflict` when the database is in use or the file not whole, `too-new` for a later version's, `key`.
 */
export async function restoreBackup(
  options: StorageOptions,
  { file, by }: { readonly file: string; readonly by: string },
): Promise<RestoredHere> {
  return withDatabase(options, async (database, keys) => {
    const now = options.now ?? (() => new Date());
    const restored = await restoreInto(database, readBackupFile(file, keys), { now, by });
    return { ...restored, missingKeys: await keysMissing(database, keys) };
  });
}

/** Opens the database the options name, as it is, and leaves it again. */
export async function withDatabase<T>(
  options: StorageOptions,
  work: (database: Database, keys: () => Promise<KeyRing>) => Promise<T>,
): Promise<T> {
  const { address, leave } = await findServer(options);
  const database = openDatabase(address);
  try {
    return await work(database, keysOf(options));
  } finally {
    await database.destroy();
    await leave();
  }
}

async function keysMissing(database: Database, keys: () => Promise<KeyRing>): Promise<readonly string[]> {
  const used = await Promise.all(
    (['secret', 'host_secret', 'certificate_key'] as const).map(async (table) =>
      database.selectFrom(table).select('key_id').distinct().execute(),
    ),
  );
  const ids = new Set(used.flat().map((row) => row.key_id));
  if (ids.size === 0) return [];
  const here = new Set((await keys()).all.map(({ id }) => id));
  return [...ids].filter((id) => !here.has(id));
}
