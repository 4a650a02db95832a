import { describe, expect, it } from '@jest/globals';
import { counted, examples, seeded, sizesOf } from './counted-run.ts';
import { changelogPages, fewestCalls, fewestPoints, mostProving } from './fewest-calls.ts';

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
