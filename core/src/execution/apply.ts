import type { HostError } from '../errors.ts';
import { Patience, receiptsOf, stepsAside } from './calls.ts';
import { stopIfHindered, stopIfInterrupted } from './interrupt.ts';
import type { Progress, Run } from './run.ts';
import { WaitingLine } from './waiting-line.ts';
import type { Worklist } from './worklist.ts';
import type { Receipt, ReadyStep, StepGroup, StepId } from '../host.ts';
import type { Step } from '../plan.ts';

/** What the host claimed about each step. */
export type Receipts = ReadonlyMap<StepId, Receipt>;

/** Steps in phases, and what to call them while they are done. */
export interface Work {
  readonly phases: readonly (readonly Step[])[];
  readonly phase: Progress['phase'];
}

/** Makes the calls of each phase, phase after phase; the journal knows of every call before it is made. */
export async function* applyPhases(run: Run, list: Worklist, work: Work): AsyncGenerator<Progress, Receipts> {
  const applying = new Applying(run, list, work);
  for (const steps of work.phases) yield* applying.phaseOf(steps);
  return applying.receipts;
}

/** One pass over phases: what was claimed so far, and how much of it is done. */
class Applying {
  readonly receipts = new Map<StepId, Receipt>();
  readonly #run: Run;
  readonly #list: Worklist;
  readonly #work: Work;
  readonly #of: number;

  constructor(run: Run, list: Worklist, work: Work) {
    this.#run = run;
    this.#list = list;
    this.#work = work;
    this.#of = work.phases.flat().length;
  }

  async *phaseOf(steps: readonly Step[]): AsyncGenerator<Progress> {
    const { host, clock } = this.#run;
    const line = new WaitingLine(host.group(readyOf(this.#list, steps)));
    const patience = new Patience(clock);
    while (!line.isEmpty) {
      const group = line.next(clock.now());
      if (group === undefined) {
        yield* patience.wait(line.firstHeld, this.#progress);
        stopIfInterrupted(this.#run, this.#list);
        continue;
      }
      const held = yield* this.#apply(group);
      if (held === undefined) patience.renew();
      else line.hold(group, held);
      yield this.#progress;
    }
  }

  /** Makes a group's call; answers why, if it has to wait while others may go on. */
  async *#apply(group: StepGroup): AsyncGenerator<Progress, HostError | undefined> {
    const { host, clock, journal } = this.#run;
    await stopIfHindered(this.#run, this.#list);
    await journal.write({ intend: group.steps.map((step) => step.id) });
    const stopIfAsked = (): void => stopIfInterrupted(this.#run, this.#list);
    try {
      const receipts = yield* receiptsOf({ host, clock, progress: this.#progress, stopIfAsked }, group);
      for (const receipt of receipts) this.receipts.set(receipt.step, receipt);
      return undefined;
    } catch (error) {
      if (stepsAside(error, clock.now())) return error;
      throw error;
    }
  }

  get #progress(): Progress {
    return { phase: this.#work.phase, done: this.receipts.size, of: this.#of };
  }
}

function readyOf(list: Worklist, steps: readonly Step[]): readonly ReadyStep[] {
  return steps.flatMap((step) => list.readyFor(step) ?? []);
}
