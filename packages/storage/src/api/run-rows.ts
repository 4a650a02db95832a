import type { PersonId, RunState, StopReason } from '@lethe/core';
import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import { ownerIsPresent } from '../runs/presence.ts';

/** A run as a list shows it. */
export interface RunRow {
  readonly id: string;
  readonly host: string;
  readonly person: PersonId;
  readonly state: RunState;
  readonly reason?: StopReason;
  readonly steps: number;
  readonly approvedBy: string;
  readonly approvedAt: Date;
  readonly startedAt: Date;
  readonly endedAt?: Date;
  /** While it was not begun yet: when it may be. */
  readonly beginsAt?: Date;
  /** Whether it is one of the night. */
  readonly ofNight: boolean;
}

/** Which runs: newest first, of one operator or of all. */
export interface RunRowFilter {
  readonly approvedBy?: string | undefined;
  readonly state?: RunState | undefined;
  readonly before?: Date | undefined;
  readonly most: number;
}

interface Row {
  readonly id: string;
  readonly host: string;
  readonly person: PersonId;
  readonly state: RunState;
  readonly reason: StopReason | null;
  readonly steps: number;
  readonly approved_by: string;
  readonly approved_at: Date;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly begins_at: Date | null;
  readonly of_night: boolean;
}

/** Runs without their plans. */
export async function runRows(
  database: Database,
  { approvedBy, state, before, most }: RunRowFilter,
): Promise<readonly RunRow[]> {
  const { rows } = await sql<Row>`
    with seen as (
      select run.id, run.host, run.person, run.plan, run.approved_by, run.approved_at, run.started_at, run.ended_at,
        run.ending->>'reason' as reason,
        case when run.state = 'queued' and run.tries = 0 and run.ending is null then run.queued_for end as begins_at,
        exists (select from lethe.approval a where a.plan = run.plan and a.state = 'granted' and a.not_before is not null) as of_night,
        case when run.state = 'running' and not ${ownerIsPresent()} then 'stopped' else run.state end as state
      from lethe.run where (${approvedBy ?? null}::text is null or approved_by = ${approvedBy ?? null})
        and (${before ?? null}::timestamptz is null or started_at < ${before ?? null}::timestamptz)
    )
    select s.*, jsonb_array_length(p.document->'steps') as steps from seen s join lethe.plan p on p.id = s.plan
    where ${state ?? null}::text is null or s.state = ${state ?? null}
    order by s.started_at desc limit ${most}`.execute(database);
  return rows.map(({ id, host, person, steps, reason, ...row }) => ({
    ...{ id, host, person, steps, state: row.state },
    ...(reason === null || row.state !== 'stopped' ? {} : { reason }),
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
    startedAt: row.started_at,
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
    ...(row.begins_at === null ? {} : { beginsAt: row.begins_at }),
    ofNight: row.of_night,
  }));
}
