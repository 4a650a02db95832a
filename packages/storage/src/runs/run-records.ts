import type { RunRecord } from '@lethe/core';
import { sql, type Selectable } from 'kysely';

import type { Database } from '../connection/database.ts';
import type { Tables } from '../connection/tables.ts';
import { planRecord } from './plans.ts';
import { ownerIsPresent } from './presence.ts';

/** Which runs to list. */
export interface RunFilter {
  readonly open?: boolean;
  readonly host?: string;
}

/** The run with this id. A run whose process was killed counts as `stopped`: it waits to be resumed. */
export async function findRun(database: Database, id: string): Promise<RunRecord | undefined> {
  const [row] = await database
    .selectFrom('run')
    .selectAll()
    .select(ownerIsPresent().as('owned'))
    .where(sql<boolean>`id::text = ${id}`)
    .execute();
  return row && runRecord(database, row);
}

/** Runs, newest first. */
export async function findRuns(database: Database, { open, host }: RunFilter): Promise<readonly RunRecord[]> {
  const rows = await database
    .selectFrom('run')
    .selectAll()
    .select(ownerIsPresent().as('owned'))
    .$if(open !== undefined, (query) => query.where('open', '=', open ?? true))
    .$if(host !== undefined, (query) => query.where('host', '=', host ?? ''))
    .orderBy('started_at', 'desc')
    .execute();
  return Promise.all(rows.map(async (row) => runRecord(database, row)));
}

type RunRow = Selectable<Tables['run']> & { readonly owned: boolean };

async function runRecord(database: Database, row: RunRow): Promise<RunRecord> {
  const plan = await database.selectFrom('plan').selectAll().where('id', '=', row.plan).executeTakeFirstOrThrow();
  const { approved_digest: digest, approved_phrase: typed, approved_by: by, approved_at: at, acknowledged } = row;
  return {
    id: row.id,
    plan: planRecord(plan),
    approval: { digest, typed, by, at, acknowledged },
    state: row.state === 'running' && !row.owned ? 'stopped' : row.state,
    startedAt: row.started_at,
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
    ...(row.ending === null ? {} : { ending: row.ending }),
    ...(row.ledger_seq === null || row.ledger_hash === null
      ? {}
      : { ledger: { seq: Number(row.ledger_seq), hash: row.ledger_hash } }),
  };
}
