import { receiptsOf } from './calls.ts';
import { stopIfInterrupted } from './interrupt.ts';
import type { Progress, Run } from './run.ts';
import type { Worklist } from './worklist.ts';
import type { Receipt, ReadyStep, StepId } from '../host.ts';
import type { Step } from '../plan.ts';

/** What the host claimed about each step. */
export type Receipts = ReadonlyMap<StepId, Receipt>;

/** Steps in phases, and what to call them while they are done. */
export interface Work {
  readonly phases: readonly (readonly Step[])[];
  readonly phase: Progress['phase'];
}

/** Makes the calls of each phase, phase after phase; the journal knows of every call before it is made. */
export async function* applyPhases(
  run: Run,
  list: Worklist,
  { phases, phase }: Work,
): AsyncGenerator<Progress, Receipts> {
  const receipts = new Map<StepId, Receipt>();
  const of = phases.flat().length;
  for (const steps of phases) {
    for (const group of run.host.group(readyOf(list, steps))) {
      stopIfInterrupted(run, list);
      await run.journal.write({ intend: group.steps.map((step) => step.id) });
      const progress = { phase, done: receipts.size, of };
      for (const receipt of yield* receiptsOf({ host: run.host, clock: run.clock, progress }, group))
        receipts.set(receipt.step, receipt);
      yield { phase, done: receipts.size, of };
    }
  }
  return receipts;
}

function readyOf(list: Worklist, steps: readonly Step[]): readonly ReadyStep[] {
  return steps.flatMap((step) => list.readyFor(step) ?? []);
}
