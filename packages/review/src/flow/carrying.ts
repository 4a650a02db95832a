import type { OwnedRun, Progress } from '@lethe/core';
import { carryOutRun } from '../carry-out-run.ts';
import type { Desk } from '../desk.ts';
import { WholeRun } from '../progress.ts';
import type { Operation } from './operation.ts';
import type { FlowState } from './state.ts';
import { shownRun } from './stored-run.ts';

/** What a run is carried out in. */
export interface Carrying {
  readonly operation: Operation;
  readonly acceptRefused: boolean;
}

/** Carries an owned run out and shows where it is; answers how it ended. */
export async function carried(desk: Desk, owned: OwnedRun, { operation, acceptRefused }: Carrying): Promise<FlowState> {
  const { id, plan } = owned.record;
  operation.run = id;
  const whole = new WholeRun(plan.plan, { began: desk.clock.now(), estimate: desk.estimate?.(plan.plan) });
  const show = (progress: Progress): void =>
    operation.show({
      at: 'running',
      run: id,
      progress: whole.at(progress, desk.clock.now()),
      stopping: operation.asked,
    });
  show({ phase: 'reading', done: 0 });
  const ended = await carryOutRun(desk, owned, {
    acceptRefused,
    interrupted: () => operation.asked,
    clock: operation.impatient(desk.clock),
    progress: show,
  });
  return shownRun(desk, ended);
}
