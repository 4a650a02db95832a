import { describe, expect, it } from '@jest/globals';
import { virtualClock } from '@lethe/core/testing';
import type { Review } from '@lethe/core/testing';
import fc from 'fast-check';
import { counted, examples, seeded, sizesOf } from './counted-run.ts';
import { Seed } from './fake/seed.ts';
import { changelogPages, fewestCalls, fewestPoints, mostProving } from './fewest-calls.ts';
import { placeOf } from '../src/place.ts';

describe('calls of a run', () => {
  it.each(examples.filter(([{ issues }]) => issues <= 200))(
    '%j: at most the fewest there can be and three more, one look at rights, one proof',
    async (example, fewest) => {
      const sizes = sizesOf(example);
      expect(fewestCalls(sizes)).toBe(fewest);
      const { seed, account } = seeded(example);
      const run = await counted(seed, account);
      expect(run.counted.calls).toBeLessThanOrEqual(fewest + 3);
      expect(run.counted.points).toBeLessThanOrEqual(fewestPoints(sizes) + 3);
      expect(run.preflight.calls).toBe(1);
      expect(run.changelog.calls).toBe(changelogPages(sizes));
      expect(run.proving.calls).toBeLessThanOrEqual(mostProving(sizes));
    },
    600_000,
  );

  it('in random accounts: never more than a call for each thing that is changed, and three more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 12 }), async (requests) => {
        const seed = new Seed(virtualClock());
        const person = fillRandomly(seed, requests);
        const run = await counted(seed, person);
        // The account, one page of issues; the account renamed, emptied and deleted.
        expect(run.counted.calls).toBeLessThanOrEqual(2 + changesIn(run.review) + 3 + 3);
        expect(run.preflight.calls).toBe(1);
      }),
      { numRuns: 25 },
    );
  }, 300_000);

  it('in another process than the review: the fields, whether anybody redacts, and rights on issues are asked once more', async () => {
    for (const [example] of examples.slice(0, 2)) {
      const [same, other] = [seeded(example), seeded(example)];
      const once = await counted(same.seed, same.account);
      const again = await counted(other.seed, other.account, { isFresh: true });
      expect(again.counted.calls).toBe(once.counted.calls + 2);
      expect(again.preflight.calls).toBe(once.preflight.calls + 1);
    }
  });
});

const request = fc.record({
  as: fc.constantFrom('reporter', 'participant', 'mentioned', 'nobody'),
  channel: fc.constantFrom('email', 'portal', 'api'),
  described: fc.boolean(),
  named: fc.boolean(),
  comments: fc.integer({ max: 5, min: 0 }),
  files: fc.integer({ max: 2, min: 0 }),
});
type Request = typeof request extends fc.Arbitrary<infer One> ? One : never;

function fillRandomly(seed: Seed, requests: readonly Request[]): string {
  const person = seed.user({ name: 'Ada Quellstone', email: 'ada@quill.test', details: { Plan: ['Gold'] } });
  const other = seed.user({ name: 'Ida Falk', email: 'ida.falk@falk.test' });
  const agent = seed.user({ name: 'Bo Lund', email: 'bo.lund@desk.test', accountType: 'atlassian' });
  for (const { as, channel, described, named, comments, files } of requests) {
    const by = as === 'reporter' ? person : other;
    const issue = seed.issue({
      ...{ summary: named && as !== 'nobody' ? 'For Ada Quellstone' : 'Question', reporter: by, channel },
      ...(described ? { description: as === 'mentioned' ? 'Ask Ada Quellstone.' : 'It burns.' } : {}),
      ...(as === 'participant' ? { participants: [person] } : {}),
    });
    for (let comment = 0; comment < comments; comment += 1)
      seed.comment(issue, { by: comment % 2 === 0 ? by : agent, body: 'Hello.' });
    for (let file = 0; file < files; file += 1) seed.attachment(issue, { by, name: `scan ${String(file)}.png` });
  }
  return person;
}

/** Issues with a field to change, and everything that is changed one by one. */
function changesIn({ plan }: Review): number {
  const places = plan.steps.flatMap(({ spot }) => placeOf(spot) ?? []);
  const onIssues = places.flatMap((place) => ('issue' in place ? [place] : []));
  const singly = onIssues.filter(({ is }) =>
    ['comment', 'worklog', 'attachment', 'participants', 'watch'].includes(is),
  );
  return singly.length + new Set(onIssues.filter((place) => !singly.includes(place)).map(({ issue }) => issue)).size;
}
