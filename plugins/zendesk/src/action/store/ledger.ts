import { emptyLedger, linkedEntry } from '@lethe/core';
import type { LedgerEntry, LedgerFact, LedgerPosition } from '@lethe/core';
import { reading } from './database.ts';
import type { Database, Writing } from './database.ts';

const PAGE = 1000;

/**
 * Puts facts at the end of the ledger, within a change. Answers where the last one stands; nothing if there are none.
 * Entries are only ever added: one that is already there makes the whole change fail.
 */
export async function append(
  writing: Writing,
  facts: readonly LedgerFact[],
  at: Date,
): Promise<LedgerPosition | undefined> {
  if (facts.length === 0) return undefined;
  const ledger = writing.objectStore('ledger');
  const head = (await ledger.openCursor(null, 'prev'))?.value ?? emptyLedger;
  const entries: LedgerEntry[] = [];
  for (const fact of facts) entries.push(linkedEntry(entries.at(-1) ?? head, fact, at));
  await Promise.all(entries.map(async (entry) => ledger.add(entry)));
  const { seq, hash } = entries.at(-1) ?? head;
  return { seq, hash };
}

/** The whole ledger from its first entry, read page by page. */
export async function* readLedger(database: Database): AsyncGenerator<LedgerEntry> {
  let after = 0;
  for (;;) {
    const from = IDBKeyRange.lowerBound(after, true);
    const page = await reading(async () => database.getAll('ledger', from, PAGE));
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.seq;
  }
}
