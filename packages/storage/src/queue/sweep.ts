import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import { ownerIsPresent } from '../runs/presence.ts';
import { QUEUE_SCHEMA, type Boss, type Sending } from './boss.ts';
import type { Job, Swept } from './run-queue.ts';

const nothing: Swept = { queued: 0, handedOn: 0, gaveUp: 0 };

/** Sets right what crashes left. Where another worker is at it already, nothing is done. */
export async function sweep(database: Database, boss: Boss, heartbeatSeconds: number): Promise<Swept> {
  return database.transaction().execute(async (session) => {
    const { rows } = await sql<{ readonly mine: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended('lethe sweep', 0)) as mine`.execute(session);
    if (rows[0]?.mine !== true) return nothing;
    const gaveUp = await giveUp(session, await boss.dead());
    const handedOn = await boss.fail(await orphaned(session, heartbeatSeconds / 3));
    const lost = await withoutJob(session);
    await boss.send(lost, session);
    await forgetPlaces(session);
    return { queued: lost.length, handedOn, gaveUp };
  });
}

/** Nobody tries these again until a person has looked. */
async function giveUp(session: Database, runs: readonly string[]): Promise<number> {
  if (runs.length === 0) return 0;
  const { rows } = await sql`
    update lethe.run set state = 'stopped', token = null, queued_for = null, gave_up = true
    where id = any(${runs}::uuid[]) and durable and open and not ${ownerIsPresent()} returning id`.execute(session);
  return rows.length;
}

/** Jobs whose worker has ended: its session is gone, so this is known long before its heartbeat is missed. */
async function orphaned(session: Database, silentSeconds: number): Promise<readonly Job[]> {
  const { rows } = await sql<Job>`
    select j.id, j.retry_count as attempt, run.id as run
    from ${sql.ref(`${QUEUE_SCHEMA}.job`)} j join lethe.run on run.id::text = j.singleton_key
    where j.name = 'run' and j.state = 'active' and run.state = 'running' and not ${ownerIsPresent()}
      and greatest(j.heartbeat_on, j.started_on) < clock_timestamp() - make_interval(secs => ${silentSeconds})`.execute(
    session,
  );
  return rows;
}

/** Runs a worker should take up, and nothing tells it to. */
async function withoutJob(session: Database): Promise<readonly Sending[]> {
  const { rows } = await sql<{ readonly id: string; readonly host: string; readonly queued_for: Date | null }>`
    select run.id, run.host, run.queued_for from lethe.run
    where run.open and run.durable and not run.gave_up
      and (run.state = 'queued' or (run.state = 'running' and not ${ownerIsPresent()}))
      and not exists (
        select from ${sql.ref(`${QUEUE_SCHEMA}.job`)} j
        where j.name = 'run' and j.state <= 'active' and j.singleton_key = run.id::text)`.execute(session);
  return rows.map(({ id, host, queued_for: after }) => ({ run: id, host, ...(after === null ? {} : { after }) }));
}

async function forgetPlaces(session: Database): Promise<void> {
  await sql`delete from lethe.run_progress p using lethe.run r
    where r.id = p.run and not r.open and p.noted_at < now() - interval '1 hour'`.execute(session);
}
