import { plainIdentifiersSchema } from '@lethe/core';
import type { RunSecrets } from '@lethe/core';
import { sql } from 'kysely';
import { z } from 'zod';

import type { Database } from '../connection/database.ts';
import { StorageError } from '../storage-error.ts';
import { seal, unseal, type Sealed } from './seal.ts';
import type { KeyRing } from './sealing-key.ts';

const stored = z.strictObject({
  identifiers: plainIdentifiersSchema,
  key: z.base64(),
});

/** Seals what a run of the plan will need. */
export function sealSecrets({ identifiers, key }: RunSecrets, plan: string, ring: KeyRing): Sealed {
  const text = JSON.stringify({ identifiers, key: Buffer.from(key).toString('base64') });
  return seal(text, plan, ring);
}

/**
 * Opens what was sealed with the plan.
 * @throws StorageError `conflict` when it was destroyed, `key` when it cannot be opened.
 */
export async function openSecrets(database: Database, plan: string, ring: KeyRing): Promise<RunSecrets> {
  const row = await database
    .selectFrom('secret')
    .select(['key_id', 'sealed'])
    .where('plan', '=', plan)
    .executeTakeFirst();
  if (!row) {
    throw new StorageError('conflict', 'What this run knew about the person has been destroyed: it has ended.', {
      remedy: 'Review the person again.',
    });
  }
  const { identifiers, key } = stored.parse(JSON.parse(unseal({ keyId: row.key_id, bytes: row.sealed }, plan, ring)));
  return { identifiers, key: new Uint8Array(Buffer.from(key, 'base64')) };
}

/**
 * Rewrites the file of the table without the rows that were deleted: PostgreSQL would keep their bytes until the place is
 * needed. Done when it can be had without waiting; the next time makes up for it.
 */
export async function sweepSecrets(database: Database): Promise<void> {
  await database.connection().execute(async (session) => {
    await sql`set lock_timeout = '2s'`.execute(session);
    await sql`vacuum full lethe.secret`.execute(session).catch(() => undefined);
    await sql`reset lock_timeout`.execute(session);
  });
}

/** Seals every secret under the current key again, so that the older keys can be thrown away. Answers how many. */
export async function resealSecrets(database: Database, ring: KeyRing): Promise<number> {
  const rows = await database.selectFrom('secret').selectAll().where('key_id', '<>', ring.current.id).execute();
  for (const { plan, key_id: keyId, sealed } of rows) {
    const again = seal(unseal({ keyId, bytes: sealed }, plan, ring), plan, ring);
    const change = { key_id: again.keyId, sealed: again.bytes };
    await database.updateTable('secret').set(change).where('plan', '=', plan).where('key_id', '=', keyId).execute();
  }
  return rows.length;
}
