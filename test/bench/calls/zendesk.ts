/** Runs on Zendesk's fake: the worked examples of the bound that plugins/zendesk/README.md derives. A review is not counted. */
import { virtualClock } from '@lethe/core/testing';
import { bare, counted, examples, fill, sizesOf } from '../../../plugins/zendesk/test/counted-run.ts';
import type { Example } from '../../../plugins/zendesk/test/counted-run.ts';
import { Seed } from '../../../plugins/zendesk/test/fake/seed.ts';
import { fewestCalls, mostVerified } from '../../../plugins/zendesk/test/fewest-calls.ts';
import type { Figure } from './figure.ts';

/** Each example without sessions, suspended tickets and Help Center, as the bound counts; the first one also with them. */
export async function zendeskFigures(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [example] of examples) figures.push(await measured(example));
  const [first] = examples;
  return first === undefined ? figures : [...figures, await withEverything(first[0])];
}

async function measured(example: Example): Promise<Figure> {
  const seed = new Seed(virtualClock());
  const { all, proving } = await counted(seed, fill(seed, example));
  const fewest = fewestCalls(sizesOf(example));
  const most = mostVerified(sizesOf(example));
  return {
    what: `Zendesk, ${nameOf(example)}`,
    figures: {
      'without verification': all - proving,
      'lower bound': fewest,
      'with verification': all,
      'at most': most,
    },
    within: {
      'lower bound + 3': all - proving <= fewest + 3,
      '2(T+S)+C+I+12, and pages beyond the first': all <= most,
    },
  };
}

async function withEverything(example: Example): Promise<Figure> {
  const lean = new Seed(virtualClock());
  const full = new Seed(virtualClock());
  const least = await counted(lean, fill(lean, example), { options: bare });
  const most = await counted(full, fill(full, example), { options: {} });
  return {
    what: `Zendesk, the first one with sessions, suspended tickets and Help Center looked through`,
    figures: { 'with verification': most.all, 'more than without them': most.all - least.all },
    within: {},
  };
}

function nameOf({ tickets, open, comments, addresses }: Example): string {
  return `${String(tickets)} tickets (${String(open)} open), ${String(comments)} comments, ${String(addresses)} addresses`;
}
