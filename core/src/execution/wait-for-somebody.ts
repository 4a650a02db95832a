import { askedBy } from '../by-hand.ts';
import type { Obstacle } from '../errors.ts';
import { stopped } from './ending.ts';
import { stopIfInterrupted } from './interrupt.ts';
import { rereadEach } from './read.ts';
import type { Ending, Progress, Run } from './run.ts';
import type { Worklist } from './worklist.ts';
import type { Settled } from '../outcome.ts';
import type { Ask } from '../plan.ts';
import { isCleanAs } from '../verdict.ts';

const whatWaits = 'waiting-for-somebody' as const;

/**
 * Looks whether what somebody has to do by hand was done, again and again as long as the run has patience. Answers how the run
 * ends if it was not and there is still time; nothing if all of it was done, or if the time for it is over.
 */
export async function* waitedFor(run: Run, list: Worklist): AsyncGenerator<Progress, Ending | undefined> {
  if (list.asked.length === 0) return undefined;
  const of = list.asked.length;
  yield* looked(run, list);
  while (list.asked.length > 0 && run.patience !== undefined && run.clock.now() < run.patience.until) {
    const { until, everyMilliseconds } = run.patience;
    const next = new Date(Math.min(until.getTime(), run.clock.now().getTime() + everyMilliseconds));
    yield { phase: whatWaits, done: of - list.asked.length, of, waitingUntil: next };
    await run.clock.wait(next.getTime() - run.clock.now().getTime());
    stopIfInterrupted(run, list);
    yield* looked(run, list);
  }
  return list.asked.length === 0 ? undefined : await notYet(run, list);
}

/** Reads what is asked for again and settles what was done. */
async function* looked(run: Run, list: Worklist): AsyncGenerator<Progress> {
  const bySpot = new Map(list.asked.map((step) => [step.spot, step]));
  const done: Settled[] = [];
  yield* rereadEach({ run, list, phase: whatWaits }, [...bySpot.keys()], (reading) => {
    list.compare(reading);
    const { spot, content } = reading;
    const step = bySpot.get(spot);
    if (step !== undefined && (content === 'gone' || isCleanAs(step, content, list.deciding)))
      done.push({ step: step.id, outcome: 'clean' });
  });
  await settled(run, list, done);
}

async function notYet(run: Run, list: Worklist): Promise<Ending | undefined> {
  const left = list.asked;
  await settled(
    run,
    list,
    left.map(({ id }) => ({ step: id, outcome: 'waiting' })),
  );
  const { due } = askedBy(run.approval, run.rules);
  if (run.clock.now() >= due) return undefined;
  return stopped(list, whatWaits, ...run.plan.asks.map((ask) => askObstacle(ask, due)));
}

async function settled(run: Run, list: Worklist, some: readonly Settled[]): Promise<void> {
  if (some.length === 0) return;
  await run.journal.write({ settle: some });
  list.settle(some);
}

function askObstacle({ says, link }: Ask, due: Date): Obstacle {
  const where = link === undefined ? '' : ` It is done here: ${link}`;
  const until = due.toISOString().slice(0, 10);
  return { code: 'step-by-hand', says, remedy: `Do it in the host by ${until}, then resume the run.${where}` };
}
