import type { PersonId, PlanRecord, RunRecord, RunState } from '@lethe/core';
import pMap from 'p-map';
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

/** A run as a list shows it. */
export interface RunLine {
  readonly id: string;
  readonly plan: string;
  readonly person: PersonId;
  readonly state: RunState;
  /** How many steps its plan has. */
  readonly steps: number;
  readonly startedAt: Date;
  readonly endedAt?: Date;
}

/** So many rows are asked for at once. */
const AT_ONCE = 10;

/** The run of this id, with its plan. One whose invocation is gone counts as `stopped`: it waits to be resumed. */
export async function findRun(ground: Ground, id: string): Promise<RunRecord | undefined> {
  if (!isId(id)) return undefined;
  const row = await read(ground.rows, kinds.run, id);
  return row && recordOf(ground, id, row);
}

/** Runs, newest first. */
export async function findRuns(ground: Ground, filter: RunFilter): Promise<readonly RunRecord[]> {
  return newestFirst(await each(ground, filter, async (id, row) => recordOf(ground, id, row)));
}

/** Runs without what is large about them, newest first: one reading of the storage each. */
export async function runLines(ground: Ground, filter: RunFilter): Promise<readonly RunLine[]> {
  const lines = await each(ground, filter, async (id, row): Promise<RunLine> => {
    const { plan, person, steps, startedAt, endedAt } = row;
    const ended = endedAt === undefined ? {} : { endedAt: new Date(endedAt) };
    return { id, plan, person, steps, state: stateOf(ground, row), startedAt: new Date(startedAt), ...ended };
  });
  return newestFirst(lines);
}

async function each<T>(
  { rows }: Ground,
  { open, host }: RunFilter,
  shape: (id: string, row: RunRow) => Promise<T>,
): Promise<readonly T[]> {
  const wanted = (await allCases(rows)).filter(
    (one) => (open ?? one.open) === one.open && (host ?? one.host) === one.host,
  );
  const ids = wanted.flatMap(({ run }) => run ?? []);
  const found = await pMap(
    ids,
    async (id) => {
      const row = await read(rows, kinds.run, id);
      return row === undefined ? [] : [await shape(id, row)];
    },
    { concurrency: AT_ONCE },
  );
  return found.flat();
}

function newestFirst<T extends { readonly startedAt: Date }>(runs: readonly T[]): readonly T[] {
  return runs.toSorted((one, other) => other.startedAt.getTime() - one.startedAt.getTime());
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
    state: stateOf(ground, row),
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

function stateOf(ground: Pick<Ground, 'clock'>, row: RunRow): RunState {
  return isOrphaned(ground, row) ? 'stopped' : row.state;
}

/** Where a text of an ending is. */
export function endingKey(run: string, at: number): string {
  return `ending:${run}:${String(at)}`;
}
