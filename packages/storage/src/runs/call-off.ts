import { calledOffFact } from '@lethe/core';
import { sql } from 'kysely';

import { sweepSecrets } from '../secrets/run-secrets.ts';
import type { Desk } from './plans.ts';
import { endedAlready, noSuch } from './run-conflicts.ts';
import { findRunRow, planOf } from './run-records.ts';

/** Ends an open run for good: nobody can resume it, whoever owned it is fenced off, its secrets are destroyed. */
export async function callOffRun(desk: Desk, run: string, by: string): Promise<void> {
  const row = await findRunRow(desk.database, run);
  if (!row) throw noSuch('run', run);
  const plan = await planOf(desk.database, row);
  const closed = await desk.committer.commit({
    condition: sql`select id, plan from lethe.run where id = ${row.id} and open for update`,
    parts: [closeRun, destroySecrets],
    facts: [calledOffFact({ id: row.id, plan }, by)],
  });
  if (!closed) throw endedAlready(run);
  await sweepSecrets(desk.database);
}

const closeRun = sql`closed as (
  update lethe.run r set open = false, token = null, state = 'called-off', ended_at = coalesce(r.ended_at, now())
  from go where r.id = go.id)`;

const destroySecrets = sql`destroyed as (delete from lethe.secret s using go where s.plan = go.plan)`;
