import { describe, expect, it } from '@jest/globals';
import { virtualClock } from '@lethe/core/testing';
import { counted, examples } from './counted-run.ts';
import { Seed } from './fake/seed.ts';
import { fewestCalls, mostVerified } from './fewest-calls.ts';

describe('calls of a run', () => {
  it.each(examples)(
    'are the fewest there can be and three, and what proof takes: $version, $applications applications',
    async (size) => {
      const { all, writes } = await counted(new Seed(virtualClock()), size);
      expect(all).toBeLessThanOrEqual(mostVerified(size.version, size));
      expect(writes).toBeLessThanOrEqual(4);
      expect(fewestCalls(size.version, size)).toBeLessThan(all);
    },
  );

  it('are never refused for coming too fast, also where the headers allow fewer than anybody knew', async () => {
    for (const limit of [50, 12]) {
      const seed = new Seed(virtualClock());
      seed.greenhouse.behave({ limit });
      const { statuses } = await counted(seed, { version: 'v3', applications: 60, candidates: 4 });
      expect(statuses.filter((status) => status >= 400)).toEqual([]);
    }
  });
});
