import { Migrator, sql, type Migration } from 'kysely';

import type { Database } from '../connection/database.ts';
import { StorageError } from '../storage-error.ts';
import { codeOf } from '../system-error.ts';
import { migrations } from './migrations.ts';

/** What the tables and the server have to be like. */
export interface Wanted {
  readonly migrations: Readonly<Record<string, Migration>>;
  /** As PostgreSQL counts: 140000 is version 14, the oldest that is still maintained. */
  readonly oldestServer: number;
}

/**
 * Brings the tables up to date. Processes may do so at the same time; each change is made once, whole or not at all.
 * @throws StorageError `too-old` for the server, `too-new` when a later program version has changed the tables.
 */
export async function migrate(database: Database, changes: Partial<Wanted> = {}): Promise<void> {
  const wanted = changes.migrations ?? migrations;
  const done = await executedNames(database);
  const unknown = done.filter((name) => !(name in wanted));
  if (unknown.length > 0) throw tooNew(unknown);
  if (done.length === Object.keys(wanted).length) return;
  await refuseOldServer(database, changes.oldestServer ?? 140_000);
  await runMigrator(database, wanted);
}

async function runMigrator(database: Database, wanted: Readonly<Record<string, Migration>>): Promise<void> {
  const migrator = new Migrator({
    db: database,
    migrationTableSchema: 'lethe',
    provider: { getMigrations: async () => ({ ...wanted }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new TypeError('A migration threw what is no error.');
}

async function executedNames(database: Database): Promise<readonly string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from lethe.kysely_migration`.execute(database);
    return rows.map(({ name }) => name);
  } catch (error) {
    const code = error instanceof StorageError ? codeOf(error.underlying()) : undefined;
    if (code === '42P01' || code === '3F000') return [];
    throw error;
  }
}

async function refuseOldServer(database: Database, oldest: number): Promise<void> {
  const { rows } = await sql<{ version: number }>`select current_setting('server_version_num')::int as version`.execute(
    database,
  );
  const version = rows[0]?.version ?? 0;
  if (version >= oldest) return;
  throw new StorageError('too-old', `The PostgreSQL server has version ${Math.floor(version / 10_000)}.`, {
    remedy: `Upgrade it to ${oldest / 10_000} or later.`,
  });
}

function tooNew(unknown: readonly string[]): StorageError {
  return new StorageError('too-new', `The database was changed by a newer version of lethe (${unknown.join(', ')}).`, {
    remedy: 'Update lethe on this machine to that version.',
  });
}
