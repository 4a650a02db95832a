import { z } from 'zod';
import type { Item } from '../../../test/forge-rig/kvs/shelf.ts';
import { unpacked } from './packing.ts';

/** Keys of texts that are packed: a document, and which piece of it. */
const packedKey = /^((?:plan|ending|journal|ledger):.*?):?\d*$/;

/** Stored things as text, as they are and with all that is packed unpacked: a hunt for secrets would not see into it. */
export function readableStorage(items: readonly Item[]): string {
  const documents = new Map<string, string[]>();
  for (const { place, key, value } of items) {
    const [, document] = packedKey.exec(key) ?? [];
    if (place !== 'plain' || document === undefined || typeof value !== 'string') continue;
    documents.set(document, [...(documents.get(document) ?? []), value]);
  }
  return JSON.stringify([items, [...documents.values()].map(wholeOf)]);
}

/** Pieces of one document, or documents of one piece each. */
function wholeOf(pieces: readonly string[]): unknown {
  try {
    return unpacked(pieces, z.unknown());
  } catch {
    return pieces.map((piece) => unpacked([piece], z.unknown()));
  }
}
