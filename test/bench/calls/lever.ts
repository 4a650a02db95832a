/** Runs on Lever's fake: the worked examples of the bound that plugins/lever/README.md derives. A review is not counted. */
import { counted, emptyLever, examples, fill } from '../../../plugins/lever/test/counted-run.ts';
import type { Example } from '../../../plugins/lever/test/counted-run.ts';
import { fewestCalls, mostVerified } from '../../../plugins/lever/test/fewest-calls.ts';
import { sizesOfPlan } from '../../../plugins/lever/test/sizes-of-plan.ts';
import type { Figure } from './figure.ts';

/** Each example, with what is done by hand done at once. */
export async function leverFigures(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [example] of examples) figures.push(await measured(example));
  return figures;
}

async function measured(example: Example): Promise<Figure> {
  const { seed, clock } = emptyLever();
  const { all, proving, seconds, review } = await counted(seed, clock, fill(seed, example));
  const sizes = sizesOfPlan(review.plan);
  const fewest = fewestCalls(sizes);
  const most = mostVerified(sizes);
  const { opportunities, notes, files, resumes } = example;
  return {
    what: `Lever, ${String(opportunities)} opportunities with ${String(notes)} notes, ${String(files)} files and ${String(resumes)} resumes each`,
    figures: {
      'without verification': all - proving,
      'lower bound': fewest,
      'with verification': all,
      'at most': most,
      seconds: Math.round(seconds),
    },
    within: {
      'lower bound + 3': all - proving <= fewest + 3,
      'lower bound + 3 and each thing that was changed or asked for read again': all <= most,
    },
  };
}
