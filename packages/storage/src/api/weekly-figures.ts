import type { Outcome, RunState } from '@lethe/core';
import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import { ownerIsPresent } from '../runs/presence.ts';

/** What began, and what steps came to, in the week from that Monday (UTC). */
export interface WeekFigures {
  /** `2026-11-23`. */
  readonly week: string;
  readonly runs: Readonly<Partial<Record<RunState, number>>>;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
}

/** Since when, and whose: of one operator or of all. */
export interface WeekFilter {
  readonly since: Date;
  readonly approvedBy?: string | undefined;
}

interface Counted<Name extends string> {
  readonly week: string;
  readonly name: Name;
  readonly count: number;
}

/** Runs by state and steps by outcome, week by week, the oldest first; weeks without either are left out. */
export async function weeklyFigures(database: Database, filter: WeekFilter): Promise<readonly WeekFigures[]> {
  const [runs, outcomes] = [await runsByWeek(database, filter), await outcomesByWeek(database, filter)];
  const weeks = [...new Set([...runs, ...outcomes].map(({ week }) => week))].sort();
  return weeks.map((week) => ({ week, runs: countsIn(week, runs), outcomes: countsIn(week, outcomes) }));
}

async function runsByWeek(
  database: Database,
  { since, approvedBy }: WeekFilter,
): Promise<readonly Counted<RunState>[]> {
  const { rows } = await sql<Counted<RunState>>`
    with seen as (
      select ${weekOf(sql.ref('run.started_at'))} as week,
        case when run.state = 'running' and not ${ownerIsPresent()} then 'stopped' else run.state end as name
      from lethe.run where started_at >= ${since} and (${approvedBy ?? null}::text is null or approved_by = ${approvedBy ?? null})
    )
    select week, name, count(*)::int as count from seen group by week, name`.execute(database);
  return rows;
}

async function outcomesByWeek(
  database: Database,
  { since, approvedBy }: WeekFilter,
): Promise<readonly Counted<Outcome>[]> {
  const { rows } = await sql<Counted<Outcome>>`
    select ${weekOf(sql.ref('step.settled_at'))} as week, step.outcome as name, count(*)::int as count
    from lethe.step join lethe.run on run.id = step.run
    where step.settled_at >= ${since} and step.outcome is not null
      and (${approvedBy ?? null}::text is null or run.approved_by = ${approvedBy ?? null})
    group by 1, 2`.execute(database);
  return rows;
}

function weekOf(moment: ReturnType<typeof sql.ref>): ReturnType<typeof sql> {
  return sql`to_char(date_trunc('week', ${moment} at time zone 'UTC'), 'YYYY-MM-DD')`;
}

function countsIn<Name extends string>(
  wanted: string,
  counted: readonly Counted<Name>[],
): Readonly<Partial<Record<Name, number>>> {
  const counts: Partial<Record<Name, number>> = {};
  for (const { week, name, count } of counted) if (week === wanted) counts[name] = count;
  return counts;
}
