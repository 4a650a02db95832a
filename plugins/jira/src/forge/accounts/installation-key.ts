import { createHmac, randomBytes } from 'node:crypto';
import { kvs } from '@forge/kvs';
import { StoreError } from '@lethe/core';

const NAME = 'installation-key';
const TRIES = 3;

/** What keys are made for. Each purpose has a key of its own, so that what one writes says nothing about another. */
export type KeyPurpose = 'alias' | 'seal' | 'erased' | 'reference';

/** The keys of this installation. */
export interface InstallationKeys {
  /** 32 bytes, the same for good. */
  for(purpose: KeyPurpose): Buffer;
}

/**
 * The keys of this installation, from one secret that is made the first time it is asked for and never changed. Forge keeps it apart
 * from the other data, encrypted; uninstalling the app destroys it, and with it the way from aliases to accounts.
 * Throws `StoreError`.
 */
export async function installationKeys(): Promise<InstallationKeys> {
  const secret = await settledSecret();
  return { for: (purpose) => createHmac('sha256', secret).update(purpose).digest() };
}

async function settledSecret(): Promise<Buffer> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const known = await stored();
    if (known !== undefined) return known;
    // Two invocations may be the first at once: one of them is refused, and both then read the same.
    const fresh = randomBytes(32).toString('hex');
    await kvs.setSecret(NAME, fresh, { keyPolicy: 'FAIL_IF_EXISTS' }).catch(() => undefined);
  }
  throw unavailable();
}

async function stored(): Promise<Buffer | undefined> {
  const text = await kvs.getSecret<unknown>(NAME).catch(() => {
    throw unavailable();
  });
  if (text === undefined) return undefined;
  if (typeof text !== 'string' || !/^[0-9a-f]{64}$/.test(text)) throw unavailable();
  return Buffer.from(text, 'hex');
}

function unavailable(): StoreError {
  return new StoreError("The app's key for this site cannot be read.", 'Try again in a while: nothing was changed.');
}
