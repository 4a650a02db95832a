import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** How many people may be named at once: as many reviews one operator may have under way. */
export const MOST_PEOPLE = 5;

/** How long a word may be good for, and how far the clocks of host and server may be apart, in seconds. */
const LIFETIME = 60;
const SKEW = 30;
const MOST_LETTERS = 4_096;

const account = z.string().regex(/^[A-Za-z0-9:_.-]{1,128}$/);

const wordSchema = z.strictObject({
  host: z.string().regex(/^[a-z0-9-]{1,40}$/),
  audience: z.string().max(300),
  by: account,
  people: z.array(account).min(1).max(MOST_PEOPLE).readonly(),
  issued: z.int(),
  expires: z.int(),
  nonce: z.string().regex(/^[\w-]{22,64}$/),
});

/** What a host says of who comes in: which of its accounts, for whom, to which server, when, once. Ids alone, nothing personal. */
export type Word = z.infer<typeof wordSchema>;

/** A word as it came, not believed yet. */
export interface SaidWord {
  readonly word: Word;
  /** What was signed. */
  readonly signed: string;
  readonly signature: string;
}

/** Reads `lethe1.<JSON as base64url>.<HMAC-SHA-256 as base64url>`; nothing where it is none. Proves nothing. */
export function readWord(text: string): SaidWord | undefined {
  const [, signed, payload, signature] = /^(lethe1\.([\w-]+))\.([\w-]{43})$/.exec(text) ?? [];
  if (text.length > MOST_LETTERS || signed === undefined || payload === undefined || signature === undefined)
    return undefined;
  const parsed = wordSchema.safeParse(jsonIn(Buffer.from(payload, 'base64url').toString('utf8')));
  return parsed.success ? { word: parsed.data, signed, signature } : undefined;
}

/** What a host's part signs with its secret. */
export function signatureOf(signed: string, secret: string): string {
  return createHmac('sha256', secret).update(signed).digest('base64url');
}

/** Whether one of these secrets signed it. Compares the text as it came, so that no other spelling of a signature counts. */
export function isSigned({ signed, signature }: SaidWord, secrets: readonly string[]): boolean {
  const given = Buffer.from(signature);
  return secrets.map((secret) => timingSafeEqual(given, Buffer.from(signatureOf(signed, secret)))).includes(true);
}

/** Whether a word is of now, by a clock that may differ a little from the host's. */
export function isOfNow({ issued, expires }: Word, now: Date): boolean {
  const seconds = now.getTime() / 1000;
  const isShort = expires > issued && expires - issued <= LIFETIME;
  return isShort && issued <= seconds + SKEW && expires > seconds - SKEW;
}

/** Until when a word has to be remembered so that it is good once: as long as it could be believed. */
export function forgottenAt({ expires }: Word): Date {
  return new Date((expires + SKEW + 1) * 1000);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whoever wrote it is not known yet: it is worth nothing.
    return undefined;
  }
}
