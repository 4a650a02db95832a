import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { StorageError } from '../storage-error.ts';
import type { KeyRing, SealingKey } from './sealing-key.ts';

const NONCE = 12;
const TAG = 16;

/** A text nobody can read or change without the key: nonce, AES-256-GCM cipher text, tag. */
export interface Sealed {
  readonly keyId: string;
  readonly bytes: Buffer;
}

/** Seals a text for one place: it cannot be opened as another's. */
export function seal(text: string, place: string, { current }: KeyRing): Sealed {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', current.bytes, nonce).setAAD(Buffer.from(place));
  const bytes = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { keyId: current.id, bytes };
}

/**
 * The text that was sealed for this place.
 * @throws StorageError `key` when its key is not in the ring, or it was changed or moved.
 */
export function unseal({ keyId, bytes }: Sealed, place: string, ring: KeyRing): string {
  const key = ring.all.find(({ id }) => id === keyId);
  if (!key) {
    throw new StorageError('key', `A secret was sealed with a key (${keyId}) that is not here.`, {
      remedy: 'Put that key back in its place, or name it in LETHE_OLD_KEYS.',
    });
  }
  try {
    return decipher(bytes, place, key);
  } catch (error) {
    throw new StorageError('key', 'A sealed secret was changed or moved and cannot be opened.', {
      remedy: 'Restore it from a backup. Without one, call a run off and review again, or sign in to a host again.',
      cause: error,
    });
  }
}

function decipher(bytes: Buffer, place: string, key: SealingKey): string {
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
}
