/** Runs on Request Tracker's fake, from reading again before the first write to the proof, beside the bound of plugins/request-tracker/README.md. */
import { counted, example } from '../../../plugins/request-tracker/test/counted-run.ts';
import type { Figure } from './figure.ts';

/** What a run may take beyond the bound. */
const more = { rest: 25, inside: 15 } as const;

/** A person with 200 tickets and 800 mails, over REST and through the native part. */
export async function requestTrackerFigures(): Promise<readonly Figure[]> {
  return [await measured('REST alone', false), await measured("through Lethe's part", true)];
}

async function measured(way: string, inside: boolean): Promise<Figure> {
  const { run, fewest, review, steps } = await counted(inside);
  const most = inside ? more.inside : more.rest;
  const size = `${String(example.tickets)} tickets, ${String(example.messages)} mails, ${String(steps)} steps`;
  return {
    what: `Request Tracker, ${way}: ${size}`,
    figures: {
      'a run, proof included': run.all,
      'of it writes': run.writes,
      'lower bound': fewest,
      'a review': review,
    },
    within: { [`lower bound + ${String(most)}`]: run.all <= fewest + most },
  };
}
