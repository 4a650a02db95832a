import { emptyLedger, linkedEntry } from '@lethe/core';
import type { LedgerEntry, LedgerFact, LedgerPosition } from '@lethe/core';
import { read } from './draft.ts';
import type { Draft } from './draft.ts';
import { packed, unpacked } from './packing.ts';
import type { Rows } from './rows.ts';
import { documents, kinds } from './schema.ts';
import type { LedgerRow } from './schema.ts';

/** The one row at the ledger's end. */
const HEAD = 'head';
/** The newest entries stand in that row, up to so many. */
const TAIL = 16;
/** A page that holds fewer is filled up before another one is begun. */
const FULL = 200;
/** What a page holds at most, where many facts come at once. */
const PAGE = 500;

/** Adds facts to the ledger, within a change; answers where the last one stands, nothing if there are none. */
export async function append(
  draft: Draft,
  facts: readonly LedgerFact[],
  at: Date,
): Promise<LedgerPosition | undefined> {
  if (facts.length === 0) return undefined;
  const head = (await draft.get(kinds.ledger, HEAD)) ?? { ...emptyLedger, pages: 0, inLast: FULL, tail: [] };
  const tail: LedgerEntry[] = [...head.tail];
  for (const fact of facts) tail.push(linkedEntry(tail.at(-1) ?? head, fact, at));
  const { seq, hash } = tail.at(-1) ?? head;
  const rest = tail.length > TAIL ? await paged(draft, head, tail) : { ...head, tail };
  draft.put(kinds.ledger, HEAD, { ...rest, seq, hash });
  return { seq, hash };
}

async function paged(
  draft: Draft,
  { pages, inLast, ...head }: LedgerRow,
  tail: readonly LedgerEntry[],
): Promise<LedgerRow> {
  const first = inLast < FULL ? pages - 1 : pages;
  const known = inLast < FULL ? unpacked([await draft.valueOf(keyOf(first))], documents.entries) : [];
  const entries = [...known, ...tail];
  let page = first;
  for (let at = 0; at < entries.length; at += PAGE) {
    draft.value(keyOf(page), packed(entries.slice(at, at + PAGE)).join(''));
    page += 1;
  }
  return { ...head, pages: page, inLast: ((entries.length - 1) % PAGE) + 1, tail: [] };
}

function keyOf(page: number): string {
  return `ledger:${String(page)}`;
}

/** The whole ledger from its first entry, page by page. */
export async function* readLedger(rows: Rows): AsyncGenerator<LedgerEntry> {
  const head = await read(rows, kinds.ledger, HEAD);
  for (let page = 0; page < (head?.pages ?? 0); page += 1)
    yield* unpacked([await rows.value(keyOf(page))], documents.entries);
  yield* head?.tail ?? [];
}
