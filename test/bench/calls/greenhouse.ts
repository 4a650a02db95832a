/** Runs on Greenhouse's fake beside the bound that plugins/greenhouse/README.md derives. A review is not counted. */
import { virtualClock } from '@lethe/core/testing';
import { counted, examples } from '../../../plugins/greenhouse/test/counted-run.ts';
import { Seed } from '../../../plugins/greenhouse/test/fake/seed.ts';
import { fewestCalls, mostVerified } from '../../../plugins/greenhouse/test/fewest-calls.ts';
import type { Figure } from './figure.ts';

/** A candidate with one, five and sixty applications, over both versions of the API. */
export async function greenhouseFigures(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const size of examples) {
    const { all, writes } = await counted(new Seed(virtualClock()), size);
    const { version, applications, prospect = false } = size;
    figures.push({
      what: `Greenhouse, ${version}: ${String(applications)} applications${prospect ? ', one of a prospect' : ''}`,
      figures: {
        'lower bound': fewestCalls(version, size),
        'with verification': all,
        'of it writes': writes,
        'at most': mostVerified(version, size),
      },
      within: { 'lower bound + 3, and what is read again': all <= mostVerified(version, size) },
    });
  }
  return figures;
}
