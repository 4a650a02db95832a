import type { LedgerEntry } from '@lethe/core';

import type { Database } from '../connection/database.ts';

/** Which part of the ledger: before an entry, newest first, or after one, oldest first. */
export interface LedgerPage {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly most: number;
}

/** A page of the ledger; without `before` or `after` its newest entries. */
export async function ledgerPage(
  database: Database,
  { before, after, most }: LedgerPage,
): Promise<readonly LedgerEntry[]> {
  const rows = await database
    .selectFrom('ledger')
    .selectAll()
    .$if(before !== undefined, (query) => query.where('seq', '<', `${before ?? 0}`))
    .$if(after !== undefined, (query) => query.where('seq', '>', `${after ?? 0}`))
    .orderBy('seq', after === undefined ? 'desc' : 'asc')
    .limit(most)
    .execute();
  return rows.map(({ seq, at, ...rest }) => ({ seq: Number(seq), at: at.toISOString(), ...rest }));
}
