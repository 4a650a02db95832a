import { describe, expect, it } from '@jest/globals';
import { counted } from './counted-run.ts';
import { fewestInside, fewestOverRest } from './fewest-calls.ts';

/** What a run may take beyond the fewest calls, over REST and through Lethe's part: `README.md` says what for. */
const more = { rest: 25, inside: 15 } as const;

describe('calls for a person with 200 tickets and 800 mails', () => {
  it('over REST: the lower bound of the README and 25 more, proof included; a review writes nothing', async () => {
    const { review, reviewWrites, run, fewest, state } = await counted(false);
    expect([reviewWrites, state]).toEqual([0, 'done-with-gaps']);
    expect(run.writes).toBe(200 + 2);
    expect(run.all).toBeLessThanOrEqual(fewest + more.rest);
    expect(review).toBeLessThanOrEqual(fewest - run.writes + more.rest);
  }, 120_000);

  it("through Lethe's part: a thousand rows in a reading, two hundred in a change, and 15 more", async () => {
    const { reviewWrites, run, fewest, state } = await counted(true);
    expect([reviewWrites, state]).toEqual([0, 'done']);
    expect(run.all).toBeLessThanOrEqual(fewest + more.inside);
  }, 120_000);
});

describe('the lower bound', () => {
  it.each([
    ['nothing to change', { tickets: 0, changed: 0, people: 0 }, 1 + 2 + 9 + 1 + 4 + 2 + 2 + 2],
    ['a ticket', { tickets: 1, changed: 1, people: 0 }, 23 + 1 + 2],
    ['somebody to take off', { tickets: 1, changed: 1, people: 1 }, 23 + 2 + 2],
    ['pages', { tickets: 101, wrote: 201, entries: 301, changed: 0, people: 0 }, 23 + 2 + 2 + 3],
  ])('over REST: %s', (_, sizes, expected) => {
    expect(fewestOverRest(sizes)).toBe(expected);
  });

  it("through Lethe's part: each phase has batches of its own", () => {
    expect(fewestInside({ texts: 1001, steps: [1, 0, 201, 2] })).toBe(2 + (1 + 2 + 1) + 1);
  });
});
