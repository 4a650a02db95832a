import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

const IV = 12;
const TAG = 16;
const DAY = 24 * 60 * 60 * 1000;

const insideSchema = z.strictObject({ account: z.string().min(1), to: z.string().min(1), until: z.number() });

/** For whom a reference is made, when, and with the installation's key for that. */
export interface Handing {
  readonly key: Uint8Array;
  /** The account of the user it is given to. */
  readonly to: string;
  readonly now: Date;
}

/** An account as a screen may name it: sealed, good for one user and a day. */
export function referenceTo(account: string, { key, to, now }: Handing): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const inside = JSON.stringify({ account, to, until: now.getTime() + DAY });
  return Buffer.concat([iv, cipher.update(inside, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** The account a reference names; nothing where it was made up, given to somebody else, or is too old. */
export function accountIn(reference: string, { key, to, now }: Handing): string | undefined {
  const inside = insideSchema.safeParse(opened(Buffer.from(reference, 'base64url'), key));
  if (!inside.success) return undefined;
  return inside.data.to === to && inside.data.until > now.getTime() ? inside.data.account : undefined;
}

function opened(sealed: Buffer, key: Uint8Array): unknown {
  if (sealed.length <= IV + TAG) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV));
  decipher.setAuthTag(sealed.subarray(-TAG));
  try {
    const inside = Buffer.concat([decipher.update(sealed.subarray(IV, -TAG)), decipher.final()]);
    return JSON.parse(inside.toString('utf8'));
  } catch {
    return undefined;
  }
}
