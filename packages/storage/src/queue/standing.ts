import type { Progress } from '@lethe/core';
import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import { ownerIsPresent } from '../runs/presence.ts';
import type { QueueCounts, Standing } from './run-queue.ts';

/** Where runs stand: the queue's columns of their rows, and the place a worker noted last. */
export async function standingOf(database: Database, runs?: readonly string[]): Promise<readonly Standing[]> {
  const rows = await database
    .selectFrom('run')
    .leftJoin('run_progress', 'run_progress.run', 'run.id')
    .select(['run.id', 'run.state', 'run.queued_for', 'run.tries', 'run.stop_asked_by', 'run.gave_up'])
    .select(['phase', 'done', 'of', 'waiting_until', 'noted_at'])
    .select(ownerIsPresent().as('owned'))
    .$if(runs === undefined, (query) => query.where('run.open', '=', true))
    .$if(runs !== undefined, (query) => query.where(sql<boolean>`run.id::text = any(${runs}::text[])`))
    .orderBy('run.started_at')
    .execute();
  return rows.map(({ owned, ...row }) => ({
    run: row.id,
    state: row.state === 'running' && !owned ? 'stopped' : row.state,
    tries: row.tries,
    gaveUp: row.gave_up,
    ...(row.queued_for === null ? {} : { queuedFor: row.queued_for }),
    ...(row.stop_asked_by === null ? {} : { stopAskedBy: row.stop_asked_by }),
    ...placeIn(row),
  }));
}

interface PlaceRow {
  readonly phase: Progress['phase'] | null;
  readonly done: number | null;
  readonly of: number | null;
  readonly waiting_until: Date | null;
  readonly noted_at: Date | null;
}

function placeIn({
  phase,
  done,
  of,
  waiting_until: waitingUntil,
  noted_at: notedAt,
}: PlaceRow): Pick<Standing, 'progress'> {
  if (phase === null || done === null || notedAt === null) return {};
  const until = waitingUntil === null ? {} : { waitingUntil };
  return { progress: { phase, done, notedAt, ...(of === null ? {} : { of }), ...until } };
}

/** Writes where runs are, all in one statement. */
export async function notePlaces(database: Database, places: ReadonlyMap<string, Progress>): Promise<void> {
  if (places.size === 0) return;
  const all = [...places.values()];
  const column = (value: (place: Progress) => unknown) => sql`${all.map(value)}`;
  await sql`
    insert into lethe.run_progress as p (run, phase, done, of, waiting_until)
    select * from unnest(${[...places.keys()]}::uuid[], ${column(({ phase }) => phase)}::text[],
      ${column(({ done }) => done)}::int[], ${column(({ of = null }) => of)}::int[],
      ${column(({ waitingUntil = null }) => waitingUntil)}::timestamptz[])
    on conflict (run) do update set phase = excluded.phase, done = excluded.done, of = excluded.of,
      waiting_until = excluded.waiting_until, noted_at = clock_timestamp()`.execute(database);
}

/** How many runs are where. */
export async function countsIn(database: Database): Promise<QueueCounts> {
  const { rows } = await sql<QueueCounts>`
    with open as (
      select state, queued_for, gave_up, ${ownerIsPresent()} as owned from lethe.run where open
    )
    select count(*) filter (where state = 'queued' and queued_for <= now())::int as due,
      count(*) filter (where state = 'queued' and queued_for > now())::int as later,
      count(*) filter (where state = 'running' and owned)::int as running,
      count(*) filter (where (state = 'stopped' or state = 'running' and not owned) and not gave_up)::int as stopped,
      count(*) filter (where gave_up)::int as "gaveUp",
      coalesce(extract(epoch from now() - min(queued_for) filter (where state = 'queued' and queued_for <= now())), 0)::float8
        as "oldestDueSeconds"
    from open`.execute(database);
  return rows[0] ?? { due: 0, later: 0, running: 0, stopped: 0, gaveUp: 0, oldestDueSeconds: 0 };
}
