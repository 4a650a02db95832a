import assert from 'node:assert/strict';
import { carryOut, reviewOf, runOf } from '@lethe/core/testing';
import type { Review } from '@lethe/core/testing';
import { ada, bo } from './journeys.ts';
import { answered, mailOf, mailedIn, openedBy } from './desk.ts';
import { withRequestTracker } from './fake.ts';
import type { Seed } from './fake/seed.ts';
import { fewestInside, fewestOverRest, phases } from './fewest-calls.ts';
import type { RestSizes } from './fewest-calls.ts';
import { personIdOf } from '../src/ids.ts';

/** Tickets the person opened by mail; on each two mails of theirs and two answers, each of which RT also mailed out. */
export const example = { tickets: 200, messages: 800 } as const;

const PERSON = 9;

/** Puts the example into a Request Tracker. */
function fill(seed: Seed): void {
  const person = seed.user(ada);
  const agent = seed.user(bo);
  for (let count = 0; count < example.tickets; count += 1) {
    const ticket = openedBy(seed, person, { subject: 'Printer of Ada Quellstone', text: 'Help' });
    for (let turn = 0; turn < example.messages / example.tickets / 2; turn += 1) {
      mailedIn(seed, { ticket, by: person }, mailOf({ text: 'It smokes.' }));
      answered(seed, { ticket, by: agent }, mailOf({ from: [], to: ['ada.quell@mail.test'], text: 'Turn it off.' }));
    }
  }
}

/** What the bound of the example is counted from: nothing on a ticket mentions the person but its subject and its mails' headers. */
function restSizes(): RestSizes {
  const { tickets, messages } = example;
  const mails = tickets + messages + messages / 2;
  const incoming = tickets + messages / 2;
  return {
    ...{ tickets, wrote: incoming, entries: mails, texts: mails, others: 0, changed: tickets, people: 0 },
    // Subjects; histories: none; of mails the headers: From of what came in, To of what was sent, and subjects.
    mentioned: [tickets, 0, 0, 0, 0, incoming + messages / 2, tickets, 0, 0],
    counted: messages,
  };
}

/** Calls of a review and of a run, beside the fewest there can be. */
export interface Counted {
  readonly review: number;
  readonly reviewWrites: number;
  readonly run: { readonly all: number; readonly writes: number };
  readonly fewest: number;
  readonly state: string;
  readonly steps: number;
}

/** Anonymizes the person of the example and counts. */
export async function counted(inside: boolean): Promise<Counted> {
  const done: Counted[] = [];
  await withRequestTracker({ inside, fill }, async ({ host, server }) => {
    const before = server.made.length;
    const review = await reviewOf(host, personIdOf(PERSON));
    const looked = server.made.slice(before);
    const { ending } = await carryOut(runOf(host, review));
    assert.deepEqual(ending.tallies.changed, []);
    const made = server.made.slice(before + looked.length);
    done.push({
      review: looked.length,
      reviewWrites: looked.filter(({ isWrite }) => isWrite).length,
      run: { all: made.length, writes: made.filter(({ isWrite }) => isWrite).length },
      fewest: inside ? fewestInside(insideSizes(review)) : fewestOverRest(restSizes()),
      state: ending.state,
      steps: review.plan.steps.length,
    });
  });
  const [one] = done;
  assert.ok(one, 'Nothing was measured.');
  return one;
}

function insideSizes({ plan, spots }: Review): Parameters<typeof fewestInside>[0] {
  const steps = phases.map((kinds) => plan.steps.filter(({ kind }) => kinds.includes(kind)).length);
  return { texts: spots.length, steps };
}
