/** One execution on Redmine's fake, from reading again before the first write to the proof, beside the bound of plugins/redmine/README.md. */
import { carryOut, reviewOf, runOf } from '@lethe/core/testing';
import type { PersonId } from '@lethe/core';
import { withRedmine } from '../../../plugins/redmine/test/fake.ts';
import type { Running } from '../../../plugins/redmine/test/fake.ts';
import type { Figure } from './figure.ts';

const ISSUES = 200;
const NOTES_EACH = 4;
const MORE_THAN_BOUND = 10;

interface Figures {
  readonly way: string;
  readonly steps: number;
  readonly state: string;
  /** Calls of a review: everything is listed once. */
  readonly review: number;
  readonly execution: { readonly all: number; readonly writes: number };
  readonly lowerBound: number;
  readonly within: { readonly 'lower bound + 10': boolean; readonly 'twice the reads plus the writes': boolean };
}

/** Over REST: see "How few calls" in the plugin's README. */
function restBound(): number {
  const pages = Math.ceil(ISSUES / 100);
  // Opened and written in: a page a hundred issues. Assigned, watched: one each. Times: of the person, and by two kinds of words.
  const questions = pages + pages + 2 + 3;
  const searches = 3;
  const account = 1;
  const listing = questions + searches + account + ISSUES;
  const writes = ISSUES * NOTES_EACH + ISSUES + 2;
  const proof = ISSUES + account;
  return listing + writes + proof;
}

/** Through Lethe's part: pages of 1,000 traces, batches of 200 changes in each phase, of 500 rows read again. */
function insideBound(steps: number, spots: number): number {
  const notes = ISSUES * NOTES_EACH;
  const accountWrites = 3; // access; history of the account; name, login, address, fields
  const writes = Math.ceil(notes / 200) + Math.ceil((2 * ISSUES) / 200) + accountWrites;
  return Math.ceil(spots / 1000) + 1 + writes + Math.ceil(steps / 500) + 1;
}

async function measure(inside: boolean): Promise<Figures> {
  let target = 0;
  let figures: Figures | undefined;
  await withRedmine(
    {
      inside,
      fill: (seed) => {
        target = seed.user({
          login: 'tove',
          firstname: 'Tove',
          lastname: 'Lindqvist',
          addresses: ['tove@lindqvist.test'],
          role: 'Reporter',
          fields: { Phone: '+46 8 123 456 78' },
        });
        const agent = seed.user({
          login: 'adam',
          firstname: 'Adam',
          lastname: 'Berg',
          addresses: ['adam@helpdesk.test'],
          role: 'Manager',
        });
        for (let issue = 0; issue < ISSUES; issue += 1) {
          const number = seed.issue({
            by: target,
            subject: 'The printer of Tove Lindqvist',
            description: 'It is Tove Lindqvist, tove@lindqvist.test.',
          });
          for (let note = 0; note < NOTES_EACH; note += 1)
            seed.note(number, note % 2 === 0 ? target : agent, { notes: 'Yours, Tove Lindqvist' });
        }
      },
    },
    async (running) => {
      figures = await figuresOf(running, { inside, target: String(target) as PersonId });
    },
  );
  if (figures === undefined) throw new Error('Nothing was measured.');
  return figures;
}

async function figuresOf(
  { host, server }: Running,
  { inside, target }: { readonly inside: boolean; readonly target: PersonId },
): Promise<Figures> {
  server.made.splice(0);
  const review = await reviewOf(host, target);
  const listed = server.made.splice(0).length;
  const { ending } = await carryOut(runOf(host, review));
  const made = server.made.splice(0);
  const { steps, kept, gaps } = review.plan;
  const writes = made.filter((call) => call.isWrite).length;
  const lowerBound = inside ? insideBound(steps.length, steps.length + kept.length + gaps.length) : restBound();
  return {
    way: inside ? "through Lethe's part" : 'REST alone',
    steps: steps.length,
    state: ending.state,
    review: listed,
    execution: { all: made.length, writes },
    lowerBound,
    within: {
      'lower bound + 10': made.length <= lowerBound + MORE_THAN_BOUND,
      'twice the reads plus the writes': made.length <= 2 * listed + writes,
    },
  };
}

/** A person with 200 issues and 800 notes, over REST and through the native part. */
export async function redmineFigures(): Promise<readonly Figure[]> {
  const figures = [await measure(false), await measure(true)];
  return figures.map(({ way, execution, lowerBound, review, steps, within }) => ({
    what: `Redmine, ${way}: 200 issues, 800 notes, ${String(steps)} steps`,
    figures: {
      'a run, proof included': execution.all,
      'of it writes': execution.writes,
      'lower bound': lowerBound,
      'a review': review,
    },
    within,
  }));
}
