import type { PlanRecord, RunRecord } from '@lethe/core';
import { read } from './draft.ts';
import type { Ground } from './ground.ts';
import { unpacked } from './packing.ts';
import { findPlan, isId } from './plans.ts';
import { allCases } from './register.ts';
import { documents, kinds } from './schema.ts';
import type { RunRow } from './schema.ts';

/** Which runs to list. */
export interface RunFilter {
  readonly open?: boolean;
  readonly host?: string;
}

/** The run of this id, with its plan. One whose invocation is gone counts as `stopped`: it waits to be resumed. */
export async function findRun(ground: Ground, id: string): Promise<RunRecord | undefined> {
  if (!isId(id)) return undefined;
  const row = await read(ground.rows, kinds.run, id);
  return row && recordOf(ground, id, row);
}

/** Runs, newest first. */
export async function findRuns(ground: Ground, { open, host }: RunFilter): Promise<readonly RunRecord[]> {
  const wanted = (await allCases(ground.rows)).filter(
    (one) => (open ?? one.open) === one.open && (host ?? one.host) === one.host,
  );
  const records: RunRecord[] = [];
  for (const { run } of wanted.toReversed()) {
    const record = run === undefined ? undefined : await findRun(ground, run);
    if (record !== undefined) records.push(record);
  }
  return records.sort((one, other) => other.startedAt.getTime() - one.startedAt.getTime());
}

/** The plan a run was begun from. */
export async function planOf(ground: Ground, { plan }: RunRow): Promise<PlanRecord> {
  const record = await findPlan(ground, plan);
  if (record === undefined) throw new ReferenceError('A run is never without its plan.');
  return record;
}

/** A run as core knows it. */
export async function recordOf(ground: Ground, id: string, row: RunRow): Promise<RunRecord> {
  const { approval, startedAt, endedAt, ledger, endingPieces } = row;
  const pieces = Array.from({ length: endingPieces ?? 0 }, async (_, at) => ground.rows.value(endingKey(id, at)));
  const ending = endingPieces === undefined ? {} : { ending: unpacked(await Promise.all(pieces), documents.ending) };
  return {
    id,
    plan: await planOf(ground, row),
    approval: { ...approval, at: new Date(approval.at) },
    state: isOrphaned(ground, row) ? 'stopped' : row.state,
    startedAt: new Date(startedAt),
    ...(endedAt === undefined ? {} : { endedAt: new Date(endedAt) }),
    ...ending,
    ...(ledger === undefined ? {} : { ledger }),
  };
}

/** Whether a run says that it is at work and its invocation cannot be there any more. */
export function isOrphaned({ clock }: Pick<Ground, 'clock'>, { state, token, aliveUntil }: RunRow): boolean {
  if (state !== 'running') return false;
  return token === undefined || aliveUntil === undefined || new Date(aliveUntil) <= clock.now();
}

/** Where a text of an ending is. */
export function endingKey(run: string, at: number): string {
  return `ending:${run}:${String(at)}`;
}
