import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import { seal, unseal, type Sealed } from './seal.ts';
import type { KeyRing } from './sealing-key.ts';

/** One text a host needs between two processes, such as what a sign-in left. Only its sealed form is ever stored. */
export interface HostSecret {
  /**
   * Hands over what is kept, and keeps what comes back instead; it is stored lastingly when this resolves with it. Changes of
   * all processes come one after the other. What `work` throws is thrown, and nothing is changed.
   * @throws StorageError `key` when what is kept cannot be opened.
   */
  change(work: (kept: string | undefined) => Promise<string>): Promise<string>;
}

/** The secret of the host of that name in the settings. */
export function hostSecret(database: Database, keys: () => Promise<KeyRing>, host: string): HostSecret {
  const place = `host ${host}`;
  return {
    change: async (work) => {
      const ring = await keys();
      return database.transaction().execute(async (session) => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`.execute(session);
        const row = await session.selectFrom('host_secret').selectAll().where('host', '=', host).executeTakeFirst();
        const kept = row && unseal({ keyId: row.key_id, bytes: row.sealed }, place, ring);
        const text = await work(kept);
        if (text !== kept || row?.key_id !== ring.current.id) await write(session, host, seal(text, place, ring));
        return text;
      });
    },
  };
}

/** Seals every host's secret under the current key again. Answers how many. */
export async function resealHostSecrets(database: Database, ring: KeyRing): Promise<number> {
  const rows = await database.selectFrom('host_secret').select('host').where('key_id', '<>', ring.current.id).execute();
  for (const { host } of rows) await hostSecret(database, async () => ring, host).change(async (kept = '') => kept);
  return rows.length;
}

async function write(session: Database, host: string, { keyId, bytes }: Sealed): Promise<void> {
  const change = { key_id: keyId, sealed: bytes };
  await session
    .insertInto('host_secret')
    .values({ host, ...change })
    .onConflict((conflict) => conflict.column('host').doUpdateSet({ ...change, changed_at: sql<Date>`now()` }))
    .execute();
}
