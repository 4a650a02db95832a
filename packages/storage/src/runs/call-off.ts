import { sweepSecrets } from '../secrets/run-secrets.ts';
import type { Desk } from './plans.ts';
import { endedAlready, noSuch } from './run-conflicts.ts';
import { sql } from 'kysely';

/** Ends an open run for good: nobody can resume it, whoever owned it is fenced off, its secrets are destroyed. */
export async function callOffRun({ database }: Desk, run: string): Promise<void> {
  const { rows } = await sql<{ closed: boolean }>`
    with found as (select id, plan, open from lethe.run where id::text = ${run} for update),
    closed as (
      update lethe.run r set open = false, token = null, state = 'superseded', ended_at = coalesce(r.ended_at, now())
      from found where r.id = found.id and found.open returning r.plan
    ), destroyed as (delete from lethe.secret s using closed where s.plan = closed.plan)
    select exists (select from closed) as closed from found`.execute(database);
  if (rows[0] === undefined) throw noSuch('run', run);
  if (!rows[0].closed) throw endedAlready(run);
  await sweepSecrets(database);
}
