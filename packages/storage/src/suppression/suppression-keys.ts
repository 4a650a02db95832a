import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import { seal, unseal } from '../secrets/seal.ts';
import type { KeyRing } from '../secrets/sealing-key.ts';

/** A key that marks are made with. */
export interface SuppressionKey {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly madeAt: Date;
}

/** A key makes marks for so long; then a new one does. */
const NEW_KEY_AFTER = 365 * 86_400_000;

interface Row {
  readonly id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly made_at: Date;
}

/** Every key that any mark was made with, the newest first. @throws StorageError `key` when one cannot be opened. */
export async function allKeys(database: Database, ring: KeyRing): Promise<readonly SuppressionKey[]> {
  return (await rowsOf(database)).map(({ id, key_id: keyId, sealed, made_at: madeAt }) => ({
    ...{ id, madeAt },
    bytes: new Uint8Array(Buffer.from(unseal({ keyId, bytes: sealed }, placeOf(id), ring), 'base64')),
  }));
}

/** The key that marks are made with now: the newest, or a new one where that has served its time. */
export async function currentKey(database: Database, ring: KeyRing, now: Date): Promise<SuppressionKey> {
  const [newest] = await allKeys(database, ring);
  if (newest !== undefined && now.getTime() - newest.madeAt.getTime() < NEW_KEY_AFTER) return newest;
  return makeKey(database, ring, now);
}

/** A new key, which makes marks from now on; those of older ones are recognized until their time is over. */
export async function makeKey(database: Database, ring: KeyRing, madeAt: Date): Promise<SuppressionKey> {
  const id = randomUUID();
  const bytes = randomBytes(32);
  const { keyId, bytes: sealed } = seal(bytes.toString('base64'), placeOf(id), ring);
  await sql`insert into lethe.suppression_key (id, key_id, sealed, made_at)
    values (${id}, ${keyId}, ${sealed}, ${madeAt})`.execute(database);
  return { id, bytes: new Uint8Array(bytes), madeAt };
}

/** Seals every key under the current sealing key again. Answers how many. */
export async function resealSuppressionKeys(database: Database, ring: KeyRing): Promise<number> {
  const rows = (await rowsOf(database)).filter(({ key_id: keyId }) => keyId !== ring.current.id);
  for (const { id, key_id: keyId, sealed } of rows) {
    const again = seal(unseal({ keyId, bytes: sealed }, placeOf(id), ring), placeOf(id), ring);
    await sql`update lethe.suppression_key set key_id = ${again.keyId}, sealed = ${again.bytes}
      where id = ${id} and key_id = ${keyId}`.execute(database);
  }
  return rows.length;
}

async function rowsOf(database: Database): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select id, key_id, sealed, made_at from lethe.suppression_key
    order by made_at desc, id`.execute(database);
  return rows;
}

function placeOf(id: string): string {
  return `suppression key ${id}`;
}
