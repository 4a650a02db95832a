import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import { ownerIsPresent } from '../runs/presence.ts';
import { isUuid } from '../runs/run-records.ts';
import type { Again } from './run-queue.ts';

/** Puts a run that nobody is at back into the queue; answers its host, or nothing if it could not be. */
export async function requeue(session: Database, run: string, again: Again): Promise<string | undefined> {
  const { notBefore, acceptRefused = false, byItself = false } = again;
  const { rows } = await sql<{ readonly host: string }>`
    update lethe.run set state = 'queued', durable = true, token = null, stop_asked_by = null, gave_up = false,
      queued_for = coalesce(${notBefore ?? null}::timestamptz, now()),
      accept_refused = accept_refused or ${acceptRefused},
      tries = case when ${byItself} then tries + 1 else 0 end
    where id = ${isUuid(run) ? run : null}::uuid and open and (state in ('stopped', 'queued') or not ${ownerIsPresent()})
    returning host`.execute(session);
  return rows[0]?.host;
}
