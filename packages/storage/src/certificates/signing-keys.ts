import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

import { sql } from 'kysely';
import { z } from 'zod';

import type { Database } from '../connection/database.ts';
import type { OwningDesk } from '../runs/own-run.ts';
import { seal, unseal } from '../secrets/seal.ts';
import type { KeyRing } from '../secrets/sealing-key.ts';
import { StorageError } from '../storage-error.ts';

/** What certificates are signed with, as anybody may see it. */
export interface CertificateKey {
  /** SHA-256 of the public key's DER form, 64 hex digits. */
  readonly id: string;
  /** Ed25519, as PEM. */
  readonly publicKey: string;
  readonly madeAt: Date;
  /** Since then nothing is signed with it any more; what was stays good. */
  readonly retiredAt?: Date;
}

/** The key that signs, opened. */
export interface SigningKey {
  readonly id: string;
  sign(message: Uint8Array): Uint8Array;
  /** What commitments to accounts are made with. */
  readonly commitments: Uint8Array;
}

const secretSchema = z.strictObject({ privateKey: z.string(), commitments: z.base64() });

interface Row {
  readonly id: string;
  readonly public_key: string;
  readonly key_id: string;
  readonly sealed: Buffer | null;
  readonly made_at: Date;
  readonly retired_at: Date | null;
}

/** Every key there was, the one that signs first. */
export async function certificateKeys(database: Database): Promise<readonly CertificateKey[]> {
  const { rows } = await sql<Row>`select * from lethe.certificate_key
    order by retired_at is not null, retired_at desc, made_at desc`.execute(database);
  return rows.map(({ id, public_key: publicKey, made_at: madeAt, retired_at: retiredAt }) => ({
    ...{ id, publicKey, madeAt },
    ...(retiredAt === null ? {} : { retiredAt }),
  }));
}

/** The key that signs; made, with its line in the ledger, where there is none. @throws StorageError `key` */
export async function currentKey(desk: OwningDesk): Promise<SigningKey> {
  for (;;) {
    const { rows } = await sql<Row>`select * from lethe.certificate_key where retired_at is null`.execute(
      desk.database,
    );
    if (rows[0] !== undefined) return opened(rows[0], await desk.keys());
    const made = await makeKey(
      desk,
      sql`select 1 as one where not exists (
      select from lethe.certificate_key where retired_at is null)`,
    );
    if (made !== undefined) return made;
  }
}

/** Another key signs from now on; the one before is kept for whoever verifies. `by` is who asked for it. */
export async function renewKey(desk: OwningDesk, by: string): Promise<void> {
  if ((await makeKey(desk, sql`select 1 as one`, by)) === undefined) throw new RangeError('There is always one row.');
}

/** The key of that id, opened. @throws StorageError `conflict` where there is none, `key` */
export async function keyCalled(desk: OwningDesk, id: string): Promise<SigningKey> {
  const { rows } = await sql<Row>`select * from lethe.certificate_key where id = ${id}`.execute(desk.database);
  if (rows[0] === undefined) {
    throw new StorageError('conflict', 'That certificate was signed with a key that is not here.', {
      remedy: 'Verify it with the public key of the installation that issued it.',
    });
  }
  return opened(rows[0], await desk.keys());
}

async function makeKey(
  { committer, keys, now }: OwningDesk,
  condition: ReturnType<typeof sql>,
  by?: string,
): Promise<SigningKey | undefined> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const id = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  const commitments = randomBytes(32);
  const secret = { privateKey: pemOf(privateKey), commitments: commitments.toString('base64') };
  const { keyId, bytes } = seal(JSON.stringify(secret), placeOf(id), await keys());
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const made = await committer.commit({
    condition,
    parts: [
      sql`retired as (update lethe.certificate_key k set retired_at = ${now()}::timestamptz from go
        where k.retired_at is null returning k.id)`,
      sql`made as (insert into lethe.certificate_key (id, public_key, key_id, sealed, made_at)
        select ${id}, ${pem}, ${keyId}, ${bytes}::bytea, ${now()}::timestamptz from go, (select count(*) from retired) as gone)`,
    ],
    facts: [{ what: 'certificate-key-made', digest: id, ...(by === undefined ? {} : { actor: by }) }],
  });
  return made === undefined ? undefined : signing(id, privateKey, commitments);
}

function opened({ id, key_id: keyId, sealed }: Row, ring: KeyRing): SigningKey {
  if (sealed === null) {
    throw new StorageError('key', 'This key was moved away with its database.', {
      remedy: 'Work on the database it was moved to.',
    });
  }
  const { privateKey, commitments } = secretSchema.parse(
    JSON.parse(unseal({ keyId, bytes: sealed }, placeOf(id), ring)),
  );
  return signing(id, createPrivateKey(privateKey), Buffer.from(commitments, 'base64'));
}

function signing(id: string, key: KeyObject, commitments: Uint8Array): SigningKey {
  return { id, commitments, sign: (message) => sign(null, message, key) };
}

/** Seals every key anew under the current sealing key. Answers how many. */
export async function resealCertificateKeys(database: Database, ring: KeyRing): Promise<number> {
  const { rows } = await sql<Row>`select * from lethe.certificate_key
    where key_id <> ${ring.current.id} and sealed is not null`.execute(database);
  for (const { id, key_id: keyId, sealed } of rows) {
    if (sealed === null) continue;
    const again = seal(unseal({ keyId, bytes: sealed }, placeOf(id), ring), placeOf(id), ring);
    await sql`update lethe.certificate_key set key_id = ${again.keyId}, sealed = ${again.bytes}
      where id = ${id} and key_id = ${keyId}`.execute(database);
  }
  return rows.length;
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function placeOf(id: string): string {
  return `certificate key ${id}`;
}
