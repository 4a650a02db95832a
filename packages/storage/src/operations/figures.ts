import type { RunState } from '@lethe/core';
import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';

/** What an installation holds, counted. */
export interface Figures {
  readonly runs: Readonly<Partial<Record<RunState, number>>>;
  /** Sessions that have not ended. */
  readonly sessions: number;
}

/** Counts runs by state and open sessions. */
export async function figuresOf(database: Database, now: Date): Promise<Figures> {
  const runs = await sql<{ state: RunState; count: number }>`
    select state, count(*)::int as count from lethe.run group by state`.execute(database);
  const sessions = await sql<{ count: number }>`
    select count(*)::int as count from lethe.session where ends_at > ${now}::timestamptz`.execute(database);
  const byState: Partial<Record<RunState, number>> = {};
  for (const { state, count } of runs.rows) byState[state] = count;
  return { runs: byState, sessions: sessions.rows[0]?.count ?? 0 };
}
