/** Runs on Ashby's fake beside the bound that plugins/ashby/README.md derives. A review is not counted. */
import { counted } from '../../../plugins/ashby/test/counted-run.ts';
import { fewestCalls, mostVerified } from '../../../plugins/ashby/test/fewest-calls.ts';
import type { Figure } from './figure.ts';

/** Candidates with few and many applications. */
export async function ashbyFigures(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const applications of [1, 2, 12]) figures.push(await measured(applications));
  return figures;
}

async function measured(applications: number): Promise<Figure> {
  const { sizes, all, proving } = await counted({ applications, tags: 0 });
  const fewest = fewestCalls(sizes);
  const most = mostVerified(sizes);
  return {
    what: `Ashby, ${String(applications)} applications`,
    figures: {
      'without verification': all - proving,
      'lower bound': fewest,
      'with verification': all,
      'at most': most,
    },
    within: { 'lower bound + 3': all - proving <= fewest + 3, 'what is promised with verification': all <= most },
  };
}
