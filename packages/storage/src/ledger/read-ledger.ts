import type { LedgerEntry } from '@lethe/core';

import type { Database } from '../connection/database.ts';

const PAGE = 1000;

/** The whole ledger from its first entry, read page by page. */
export async function* readLedger(database: Database): AsyncGenerator<LedgerEntry> {
  let after = 0;
  for (;;) {
    const page = await database
      .selectFrom('ledger')
      .selectAll()
      .where('seq', '>', `${after}`)
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    for (const { seq, at, ...rest } of page) yield { seq: Number(seq), at: at.toISOString(), ...rest };
    if (page.length < PAGE) return;
    after += PAGE;
  }
}
