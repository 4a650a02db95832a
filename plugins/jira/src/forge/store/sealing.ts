import { createCipheriv, createDecipheriv } from 'node:crypto';
import { plainIdentifiersSchema } from '@lethe/core';
import type { RunSecrets } from '@lethe/core';
import { z } from 'zod';
import { ForgeStoreError } from './forge-store-error.ts';

/** What seals: a key of 32 bytes that is a secret of Forge's, and fresh random bytes. */
export interface Seal {
  readonly key: Uint8Array;
  random(bytes: number): Uint8Array;
}

const NONCE = 12;
const TAG = 16;
const stored = z.strictObject({
  identifiers: plainIdentifiersSchema,
  key: z.array(z.int().min(0).max(255)).length(32),
});

/**
 * Seals what a run will need (AES-256-GCM); it opens only in the place of this plan. A secret of Forge's own cannot be taken out in the
 * transaction that ends a run, a sealed text can, and without the text the key opens nothing.
 */
export function sealed(seal: Seal, plan: string, secrets: RunSecrets): string {
  const nonce = seal.random(NONCE);
  const cipher = createCipheriv('aes-256-gcm', seal.key, nonce).setAAD(Buffer.from(plan));
  const text = JSON.stringify({ identifiers: secrets.identifiers, key: [...secrets.key] });
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

/** What was sealed. Throws `ForgeStoreError` `key` if it was changed, moved, or sealed in another installation. */
export function opened({ key }: Pick<Seal, 'key'>, plan: string, text: string): RunSecrets {
  try {
    const bytes = Buffer.from(text, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
      .setAAD(Buffer.from(plan))
      .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString();
    const secrets = stored.parse(JSON.parse(plain));
    return { identifiers: secrets.identifiers, key: Uint8Array.from(secrets.key) };
  } catch (cause) {
    throw new ForgeStoreError('key', 'What was sealed about this person was changed or moved and cannot be opened.', {
      remedy: 'Call the run off and review the person again.',
      cause,
    });
  }
}
