import { createHash, createPublicKey, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { VerifyingKey } from '@lethe/core/certificate';

/** A public key as certificates name it. Throws `TypeError` for what is no Ed25519 public key in PEM. */
export function verifyingKey(pem: string): VerifyingKey {
  const key = publicKeyIn(pem);
  if (key?.asymmetricKeyType !== 'ed25519') throw new TypeError('This is no Ed25519 public key.');
  const id = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  return { id, verifies: async (message, signature) => verify(null, message, key, signature) };
}

/** Every public key of a text with one or several of them, as `lethe certificate keys` writes it. */
export function verifyingKeys(text: string): readonly VerifyingKey[] {
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[\s\S]*?-----END PUBLIC KEY-----/g) ?? [];
  return blocks.map(verifyingKey);
}

function publicKeyIn(pem: string): KeyObject | undefined {
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}
