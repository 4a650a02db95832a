import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { id } from './values.ts';

/** What Ashby tells of its own accord: https://developers.ashbyhq.com/docs/authenticating-webhooks. It does not tell of anonymizing. */
export type AshbyEvent =
  /** Sent once, when the webhook is set up. */
  | { readonly what: 'ping' }
  /** Two candidates have become one: what was about `from` is about `into` by now. */
  | { readonly what: 'merged'; readonly from: string; readonly into: string }
  | { readonly what: 'deleted'; readonly candidate: string }
  | { readonly what: 'other' };

const shape = /^sha256=([0-9a-f]{64})$/;

/** Whether a request came from Ashby: `signature` is its header `Ashby-Signature`, `raw` its body as it came, byte for byte. */
export function isFromAshby(raw: Uint8Array, signature: string | undefined, secret: string): boolean {
  const [, given] = shape.exec(signature ?? '') ?? [];
  // A webhook without a secret is not signed: anybody could have sent it.
  if (given === undefined || secret === '') return false;
  const expected = createHmac('sha256', secret).update(raw).digest();
  return timingSafeEqual(Buffer.from(given, 'hex'), expected);
}

const candidate = z.object({ id });
const eventSchema = z.union([
  z.object({ action: z.literal('ping') }).transform((): AshbyEvent => ({ what: 'ping' })),
  z
    .object({
      action: z.literal('candidateMerge'),
      data: z.object({ deletedCandidate: candidate, mergedCandidate: candidate }),
    })
    .transform(({ data }): AshbyEvent => ({
      what: 'merged',
      from: data.deletedCandidate.id,
      into: data.mergedCandidate.id,
    })),
  z
    .object({ action: z.literal('candidateDelete'), data: z.object({ candidate }) })
    .transform(({ data }): AshbyEvent => ({ what: 'deleted', candidate: data.candidate.id })),
  z.object({ action: z.string() }).transform((): AshbyEvent => ({ what: 'other' })),
]);

/** What a request says that came from Ashby; nothing if it cannot be read. */
export function eventIn(raw: Uint8Array): AshbyEvent | undefined {
  try {
    return eventSchema.safeParse(JSON.parse(new TextDecoder().decode(raw))).data;
  } catch {
    return undefined;
  }
}
