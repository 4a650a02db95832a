import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { z } from 'zod';
import { unreadable } from './forge-store-error.ts';

/** A value of the storage may have 240 KiB. */
const PIECE = 200_000;

/** A value as texts that fit into the storage: JSON, deflated, in base64. What is stored costs by its size. */
export function packed(value: unknown): readonly string[] {
  const text = deflateRawSync(Buffer.from(JSON.stringify(value))).toString('base64');
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += PIECE) pieces.push(text.slice(at, at + PIECE));
  return pieces;
}

/** What was packed. Throws `ForgeStoreError` `unreadable` where a piece is missing or it is something else. */
export function unpacked<T>(pieces: readonly (string | undefined)[], schema: z.ZodType<T>): T {
  try {
    if (pieces.includes(undefined)) throw new ReferenceError('A piece of a stored document is missing.');
    const bytes = inflateRawSync(Buffer.from(pieces.join(''), 'base64'));
    return schema.parse(JSON.parse(bytes.toString()));
  } catch (cause) {
    throw unreadable(cause);
  }
}
