import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import { migrations } from '../migrations/migrations.ts';
import { seal, unseal } from '../secrets/seal.ts';
import type { KeyRing } from '../secrets/sealing-key.ts';

const PLACE = 'lethe canary';

/** What an installation needs to do its work, each for itself. */
export interface Readiness {
  readonly database: boolean;
  /** The tables are as this program knows them, neither older nor newer. */
  readonly migrations: boolean;
  /** The sealing key opens what was sealed when the installation was new. */
  readonly key: boolean;
}

/** Looks whether everything is there; throws nothing. */
export async function readinessOf(database: Database, keys: () => Promise<KeyRing>): Promise<Readiness> {
  const names = await migrationNames(database).catch(() => undefined);
  if (names === undefined) return { database: false, migrations: false, key: false };
  const current = names.join() === Object.keys(migrations).join();
  return { database: true, migrations: current, key: await opensCanary(database, keys).catch(() => false) };
}

async function migrationNames(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from lethe.kysely_migration order by name`.execute(database);
  return rows.map(({ name }) => name);
}

/** The first who looks seals the canary: a key that is lost or another shows at once, not when a run needs its secret. */
async function opensCanary(database: Database, keys: () => Promise<KeyRing>): Promise<boolean> {
  const ring = await keys();
  const { keyId, bytes } = seal('canary', PLACE, ring);
  await sql`insert into lethe.canary (key_id, sealed) select ${keyId}, ${bytes}
    where not exists (select from lethe.canary) on conflict do nothing`.execute(database);
  const { rows } = await sql<{ key_id: string; sealed: Buffer }>`select key_id, sealed from lethe.canary`.execute(
    database,
  );
  return rows.every((row) => unseal({ keyId: row.key_id, bytes: row.sealed }, PLACE, ring) === 'canary');
}

/** Seals the canary under the current key. */
export async function resealCanary(database: Database, ring: KeyRing): Promise<void> {
  if (!(await opensCanary(database, async () => ring))) return;
  const { keyId, bytes } = seal('canary', PLACE, ring);
  await sql`update lethe.canary set key_id = ${keyId}, sealed = ${bytes}`.execute(database);
}
