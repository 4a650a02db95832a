import type { Receipts } from './apply.ts';
import { factOf } from './ending.ts';
import { rereadEach } from './read.ts';
import type { Progress, Run } from './run.ts';
import type { Worklist } from './worklist.ts';
import type { Content, SpotId } from '../host.ts';
import type { Outcome, Settled } from '../outcome.ts';
import type { Step } from '../plan.ts';
import { verdictOn } from '../verdict.ts';

const BATCH = 200;

/** What is to be proven, and whether steps whose old text is still there are settled so or done once more. */
export interface Proving {
  readonly steps: readonly Step[];
  readonly receipts: Receipts;
  readonly stillThere: 'retry' | 'settle';
}

/** Reads what the steps left, in the plan's order, and settles each by what is seen. Answers the steps to be done once more. */
export async function* prove(run: Run, list: Worklist, proving: Proving): AsyncGenerator<Progress, readonly Step[]> {
  const left = new Map<SpotId, Step>(proving.steps.map((step) => [step.spot, step]));
  const bench = new Bench(run, list, proving);
  const inPlanOrder = list.open.filter((step) => left.has(step.spot)).map((step) => step.spot);
  yield* rereadEach({ run, list, phase: 'proving' }, inPlanOrder, async (reading) => {
    list.compare(reading);
    const step = left.get(reading.spot);
    left.delete(reading.spot);
    if (step !== undefined) await bench.judge(step, reading.content);
  });
  // A host that leaves a spot out of its answer has shown nothing.
  for (const step of left.values()) await bench.judge(step, { form: 'hidden' });
  await bench.settle();
  return bench.again;
}

/** Where steps are judged; writes what is settled in batches, so that memory stays small and a crash costs little. */
class Bench {
  readonly again: Step[] = [];
  readonly #run: Run;
  readonly #list: Worklist;
  readonly #proving: Proving;
  #settled: Settled[] = [];

  constructor(run: Run, list: Worklist, proving: Proving) {
    this.#run = run;
    this.#list = list;
    this.#proving = proving;
  }

  async judge(step: Step, content: Content | 'gone'): Promise<void> {
    const receipt = this.#proving.receipts.get(step.id);
    const outcome = verdictOn(step, { reading: { content }, receipt }, this.#list.deciding);
    if (outcome === 'still-there' && this.#proving.stillThere === 'retry') {
      this.again.push(step);
      return;
    }
    this.#list.noteResidue(step, content);
    const { code, remedy } = outcome === 'refused' && receipt !== undefined ? receipt : {};
    this.#settled.push({
      step: step.id,
      outcome,
      ...(code === undefined ? {} : { code }),
      ...(remedy === undefined ? {} : { remedy }),
    });
    if (this.#settled.length >= BATCH) await this.settle();
  }

  async settle(): Promise<void> {
    if (this.#settled.length === 0) return;
    const counts: Partial<Record<Outcome, number>> = {};
    for (const { outcome } of this.#settled) counts[outcome] = (counts[outcome] ?? 0) + 1;
    await this.#run.journal.write({
      settle: this.#settled,
      facts: [{ ...factOf(this.#run, 'steps-settled'), counts }],
    });
    this.#list.settle(this.#settled);
    this.#settled = [];
  }
}
