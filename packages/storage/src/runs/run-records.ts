import type { OpenRun, PlanRecord, RunRecord } from '@lethe/core';
import type { Selectable, SelectQueryBuilder } from 'kysely';

import type { Database } from '../connection/database.ts';
import type { Tables } from '../connection/tables.ts';
import { planRecord } from './plans.ts';
import { ownerIsPresent } from './presence.ts';

/** Which runs to list. */
export interface RunFilter {
  readonly open?: boolean;
  readonly host?: string;
}

/** A run without its plan; `owned` tells whether the process that began or resumed it lives. */
export type RunRow = Selectable<Tables['run']> & { readonly owned: boolean };

/** The run with this id, with its plan. A run whose process was killed counts as `stopped`: it waits to be resumed. */
export async function findRun(database: Database, id: string): Promise<RunRecord | undefined> {
  const row = await findRunRow(database, id);
  return row && runRecord(row, await planOf(database, row));
}

/** The run with this id, without its plan. */
export async function findRunRow(database: Database, id: string): Promise<RunRow | undefined> {
  return isUuid(id) ? runs(database).where('id', '=', id).executeTakeFirst() : undefined;
}

/** Runs, newest first. */
export async function findRuns(database: Database, { open, host }: RunFilter): Promise<readonly RunRecord[]> {
  const rows = await runs(database)
    .$if(open !== undefined, (query) => query.where('open', '=', open ?? true))
    .$if(host !== undefined, (query) => query.where('host', '=', host ?? ''))
    .orderBy('started_at', 'desc')
    .execute();
  return Promise.all(rows.map(async (row) => runRecord(row, await planOf(database, row))));
}

/** Runs that have not ended, without their plans. */
export async function findOpenRuns(database: Database, host: string): Promise<readonly OpenRun[]> {
  const rows = await database
    .selectFrom('run')
    .innerJoin('plan', 'plan.id', 'run.plan')
    .select(['run.id', 'run.person', 'run.state', 'plan.person_kind'])
    .select(ownerIsPresent().as('owned'))
    .where('run.open', '=', true)
    .where('run.host', '=', host)
    .execute();
  return rows.map(({ id, person, person_kind: kind, state, owned }) => {
    const atWork = state === 'running' && owned ? 'in-progress' : 'stopped';
    return { run: id, person, kind, state: state === 'queued' ? state : atWork };
  });
}

/** Whether it is an id a run may have. */
export function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}

/** The plan a run was begun from. */
export async function planOf(database: Database, { plan }: Pick<RunRow, 'plan'>): Promise<PlanRecord> {
  return planRecord(await database.selectFrom('plan').selectAll().where('id', '=', plan).executeTakeFirstOrThrow());
}

/** A run as core knows it. */
export function runRecord(row: RunRow, plan: PlanRecord): RunRecord {
  const { approved_digest: digest, approved_phrase: typed, approved_by: by, approved_at: at, acknowledged } = row;
  return {
    id: row.id,
    plan,
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

function runs(database: Database): SelectQueryBuilder<Tables, 'run', RunRow> {
  return database.selectFrom('run').selectAll().select(ownerIsPresent().as('owned'));
}
