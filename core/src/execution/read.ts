import { Patience } from './calls.ts';
import { Ended, stopped } from './ending.ts';
import { stopIfInterrupted } from './interrupt.ts';
import type { Progress, Run } from './run.ts';
import type { Worklist } from './worklist.ts';
import type { Dossier, DossierId, Reading, Spot, SpotId, StepId } from '../host.ts';
import type { Settled } from '../outcome.ts';
import { scopesFor } from '../planning/plan-for.ts';

const PAGE = 200;

/** Reads everything again before the first write, and settles what is clean or was edited since the review. */
export async function* readAgain(run: Run, list: Worklist): AsyncGenerator<Progress> {
  const settled = new Map<StepId, Settled>();
  const keep = (one: Settled | undefined): void => {
    if (one !== undefined) settled.set(one.step, one);
  };
  const cases = new Map<DossierId, Dossier>();
  yield* listEach(run, list, (spot) => {
    if (spot.of.type === 'dossier') cases.set(spot.of.id, spot.of);
    keep(list.see(spot));
    list.noteGrowth(spot);
  });
  const obstacles = run.checkCases?.([...cases.values()]) ?? [];
  if (obstacles.length > 0) throw new Ended(stopped(list, 'obstacles', ...obstacles));
  if (list.grown.length > 0 && !list.resumed) return;
  const unseen = list.unseen.filter((step) => !settled.has(step.id));
  yield* rereadEach(
    { run, list, phase: 'reading' },
    unseen.map((step) => step.spot),
    (reading) => {
      keep(list.seeReread(reading));
    },
  );
  await run.journal.write({ settle: [...settled.values()] });
  list.settle([...settled.values()]);
}

/** Lists the person's spots; a listing that breaks off while the host asks for patience starts anew. */
async function* listEach(run: Run, list: Worklist, take: (spot: Spot) => void): AsyncGenerator<Progress> {
  const patience = new Patience(run.clock);
  for (;;) {
    let done = 0;
    try {
      for await (const spot of run.host.spots(scopesFor(run.host.profile, run.plan, run.who))) {
        take(spot);
        done += 1;
        if (done % PAGE !== 0) continue;
        stopIfInterrupted(run, list);
        yield { phase: 'reading', done };
      }
      return;
    } catch (error) {
      yield* patience.wait(error, { phase: 'reading', done });
      stopIfInterrupted(run, list);
    }
  }
}

/** What a rereading belongs to. */
export interface Rereading {
  readonly run: Run;
  readonly list: Worklist;
  readonly phase: Progress['phase'];
}

/** Reads spots again, each once; one that broke off goes on with what is left. Spots the host leaves out are not taken. */
export async function* rereadEach(
  { run, list, phase }: Rereading,
  spots: readonly SpotId[],
  take: (reading: Reading) => void | Promise<void>,
): AsyncGenerator<Progress> {
  const left = new Set(spots);
  const patience = new Patience(run.clock);
  while (left.size > 0) {
    try {
      for await (const reading of run.host.reread([...left])) {
        if (!left.delete(reading.spot)) continue;
        await take(reading);
        patience.renew();
        if (left.size % PAGE !== 0) continue;
        stopIfInterrupted(run, list);
        yield { phase, done: spots.length - left.size, of: spots.length };
      }
      return;
    } catch (error) {
      yield* patience.wait(error, { phase, done: spots.length - left.size, of: spots.length });
      stopIfInterrupted(run, list);
    }
  }
}
