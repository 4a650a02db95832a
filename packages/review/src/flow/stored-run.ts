import { HostError } from '@lethe/core';
import type { Obstacle, RunRecord } from '@lethe/core';
import type { Desk } from '../desk.ts';
import { reportOn } from '../report-on.ts';
import type { FlowState } from './state.ts';

/** The run of that id on this desk's host. Throws `HostError` (`gone`) if there is none. */
export async function storedRun({ store, name }: Desk, id: string): Promise<RunRecord> {
  const run = await store.run(id);
  if (run?.plan.host !== name) throw new HostError('gone', 'There is no run of that id on this host.');
  return run;
}

/** A run with its report, as it is shown when nothing is being done about it. */
export async function shownRun({ store }: Desk, run: RunRecord, refused?: Obstacle): Promise<FlowState> {
  const report = await reportOn(store, run);
  if (run.state === 'done' || run.state === 'done-with-gaps') return { at: 'finished', run, report };
  return { at: 'stopped', run, report, resumable: isResumable(run), ...(refused === undefined ? {} : { refused }) };
}

/** Whether a run may be given up. */
export function isOpen({ state }: Pick<RunRecord, 'state'>): boolean {
  return state === 'running' || state === 'stopped';
}

/** Whether going on may help: not where the plan was never approved, or is no longer what has to be done. */
export function isResumable(run: RunRecord): boolean {
  const reason = run.ending?.reason;
  return isOpen(run) && reason !== 'not-approved' && reason !== 'plan-grew';
}
