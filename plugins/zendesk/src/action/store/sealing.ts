import { plainIdentifiersSchema } from '@lethe/core';
import type { RunSecrets } from '@lethe/core';
import { z } from 'zod';
import { BrowserStoreError } from './browser-store-error.ts';
import type { SecretRow } from './schema.ts';

const stored = z.strictObject({
  identifiers: plainIdentifiersSchema,
  key: z.array(z.int().min(0).max(255)).length(32),
});

/**
 * Seals what a run will need (AES-256-GCM), under a key of its own that no script can export and that goes with it. Opens
 * only in the place of this plan.
 */
export async function sealSecrets(crypto: Crypto, plan: string, secrets: RunSecrets): Promise<SecretRow> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const text = JSON.stringify({ identifiers: secrets.identifiers, key: [...secrets.key] });
  const sealed = await crypto.subtle.encrypt(placed(plan, nonce), key, new TextEncoder().encode(text));
  return { plan, key, nonce, sealed };
}

/** What was sealed. Throws `BrowserStoreError` `key` if it was changed or moved. */
export async function openSecrets(crypto: Crypto, { plan, key, nonce, sealed }: SecretRow): Promise<RunSecrets> {
  try {
    const opened = await crypto.subtle.decrypt(placed(plan, nonce), key, sealed);
    const secrets = stored.parse(JSON.parse(new TextDecoder().decode(opened)));
    return { identifiers: secrets.identifiers, key: Uint8Array.from(secrets.key) };
  } catch (cause) {
    throw new BrowserStoreError('key', 'What was sealed about this person was changed or moved and cannot be opened.', {
      remedy: 'Call the run off and review the person again.',
      cause,
    });
  }
}

function placed(plan: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(plan) };
}
