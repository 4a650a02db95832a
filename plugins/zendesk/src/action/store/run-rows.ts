import type { PlanRecord, RunRecord } from '@lethe/core';
import { reading } from './database.ts';
import type { Ground } from './ground.ts';
import type { RunRow } from './schema.ts';

/** Which runs to list. */
export interface RunFilter {
  readonly open?: boolean;
  readonly host?: string;
}

/** The run of this id, with its plan. One whose tab is gone counts as `stopped`: it waits to be resumed. */
export async function findRun(ground: Ground, id: string): Promise<RunRecord | undefined> {
  const row = await reading(async () => ground.database.get('runs', id));
  return row && recordOf(ground, row);
}

/** Runs, newest first. */
export async function findRuns(ground: Ground, { open, host }: RunFilter): Promise<readonly RunRecord[]> {
  const rows = await reading(async () => ground.database.getAll('runs'));
  const wanted = rows.filter(
    (row) => (open ?? row.openFor !== undefined) === (row.openFor !== undefined) && (host ?? row.host) === row.host,
  );
  const newestFirst = wanted.sort((one, other) => other.startedAt.getTime() - one.startedAt.getTime());
  return Promise.all(newestFirst.map(async (row) => recordOf(ground, row)));
}

/** The plan a run was begun from. */
export async function planOf({ database }: Ground, { plan }: RunRow): Promise<PlanRecord> {
  const record = await reading(async () => database.get('plans', plan));
  if (record === undefined) throw new ReferenceError('A run is never without its plan.');
  return record;
}

/** A run as core knows it. */
export async function recordOf(ground: Ground, row: RunRow): Promise<RunRecord> {
  const { id, approval, startedAt, endedAt, ending, ledger } = row;
  return {
    id,
    plan: await planOf(ground, row),
    approval,
    state: (await isOrphaned(ground, row)) ? 'stopped' : row.state,
    startedAt,
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(ending === undefined ? {} : { ending }),
    ...(ledger === undefined ? {} : { ledger }),
  };
}

/** Whether a run says that it is at work and its tab is gone. */
export async function isOrphaned({ presence }: Ground, { state, token }: RunRow): Promise<boolean> {
  return state === 'running' && (token === undefined || !(await presence.present()).has(token));
}
