import type { Obstacle, RunRecord } from '@lethe/core';
import type { Desk } from '../desk.ts';
import { rightObstacles } from '../rights.ts';
import { carried } from './carrying.ts';
import { holding } from './holding.ts';
import type { Operation } from './operation.ts';
import type { FlowState } from './state.ts';
import { isOpen, isResumable, shownRun, storedRun } from './stored-run.ts';

/** Shows a stored run to whoever may see one. */
export async function shown(desk: Desk, id: string): Promise<FlowState> {
  const run = await storedRun(desk, id);
  const missing = await rightObstacles(desk, 'preview');
  return missing.length > 0 ? { at: 'blocked', person: run.plan.person, obstacles: missing } : shownRun(desk, run);
}

/** Which run, and in what operation. */
export interface Resuming {
  readonly run: string;
  readonly acceptRefused: boolean;
  readonly operation: Operation;
}

/** Goes on with an open run: one that stopped, or was left by a closed tab or a crash. One that cannot go on is shown. */
export async function resumed(desk: Desk, { run, acceptRefused, operation }: Resuming): Promise<FlowState> {
  return withRun(desk, { run, operation }, async (record) => {
    if (!isResumable(record) || operation.asked) return shownRun(desk, record);
    return carried(desk, await desk.store.takeOver(run), { operation, acceptRefused });
  });
}

/** Gives an open run up for good: what it blanked stays blanked, what it knew is destroyed. */
export async function calledOff(desk: Desk, { run, operation }: Omit<Resuming, 'acceptRefused'>): Promise<FlowState> {
  return withRun(desk, { run, operation }, async (record) => {
    if (!isOpen(record)) return shownRun(desk, record);
    if (record.state === 'running' && desk.lock === undefined) return shownRun(desk, record, atWork);
    await desk.store.callOff(run, (await desk.actor()).id);
    return shownRun(desk, await storedRun(desk, run));
  });
}

/** Does something about a run whose person nobody else holds, by somebody who may. Reads the run anew once it is taken. */
async function withRun(
  desk: Desk,
  { run, operation }: Omit<Resuming, 'acceptRefused'>,
  work: (record: RunRecord) => Promise<FlowState>,
): Promise<FlowState> {
  operation.run = run;
  const record = await storedRun(desk, run);
  const missing = await rightObstacles(desk, 'run');
  if (missing.length > 0) return { at: 'blocked', person: record.plan.person, obstacles: missing };
  return holding(desk, record.plan, {
    operation,
    acknowledged: record.approval.acknowledged,
    work: async () => work(await storedRun(desk, run)),
    refused: (obstacle) => shownRun(desk, record, obstacle),
  });
}

const atWork: Obstacle = {
  code: 'run-in-progress',
  says: 'A process is at work on that run.',
  remedy: 'Stop it where it runs, then call it off.',
};
