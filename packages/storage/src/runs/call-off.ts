import { calledOffFact } from '@lethe/core';
import { sql } from 'kysely';

import { sweepSecrets } from '../secrets/run-secrets.ts';
import { anchoring, chainOf } from '../ledger/run-chain.ts';
import { endedAlready, noSuch } from './run-conflicts.ts';
import type { OwningDesk } from './own-run.ts';
import { findRunRow, planOf, runRecord } from './run-records.ts';

/** Ends an open run for good: nobody can resume it, whoever owned it is fenced off, its secrets are destroyed. */
export async function callOffRun(desk: OwningDesk, run: string, by: string): Promise<void> {
  for (;;) {
    const row = await findRunRow(desk.database, run);
    if (!row) throw noSuch('run', run);
    if (!row.open) throw endedAlready(run);
    const chain = chainOf(row);
    const record = runRecord(row, await planOf(desk.database, row));
    const fact = calledOffFact(record, by);
    await desk.remember(record, 'called-off');
    const closed = await desk.committer.commit({
      // Whoever owns it may write until it is locked; then it is looked at once more.
      condition: sql`select id, plan from lethe.run where id = ${row.id} and open and chain_seq = ${chain.seq} for update`,
      parts: [closeRun, destroySecrets],
      facts: [anchoring(fact, chain)],
    });
    if (closed) break;
  }
  await sweepSecrets(desk.database);
}

const closeRun = sql`closed as (
  update lethe.run r set open = false, token = null, state = 'called-off', queued_for = null, ended_at = coalesce(r.ended_at, now())
  from go where r.id = go.id)`;

const destroySecrets = sql`destroyed as (delete from lethe.secret s using go where s.plan = go.plan)`;
