import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fewestCalls, mostVerified } from './fewest-calls.ts';
import { counted } from './counted-run.ts';

/** Applications, tags that name the candidate, and the fewest calls. */
const examples = [
  [{ applications: 0, tags: 0 }, 7],
  [{ applications: 1, tags: 0 }, 12],
  [{ applications: 2, tags: 1 }, 17],
  [{ applications: 12, tags: 0 }, 61],
] as const;

describe('calls of a run', () => {
  it.each(examples)('%j: as few as %i can be, three more, and what reads again', async (example, fewest) => {
    const { sizes, all, proving, retries } = await counted(example);
    expect(fewestCalls(sizes)).toBe(fewest);
    expect(all - proving).toBeLessThanOrEqual(fewest + 3);
    expect(all).toBeLessThanOrEqual(mostVerified(sizes));
    expect(retries).toBe(0);
  });

  it('for any candidate', async () => {
    const any = fc.record({ applications: fc.integer({ min: 0, max: 6 }), tags: fc.integer({ min: 0, max: 3 }) });
    await fc.assert(
      fc.asyncProperty(any, async (example) => {
        const { sizes, all, proving } = await counted(example);
        expect(all - proving).toBeLessThanOrEqual(fewestCalls(sizes) + 3);
        expect(all).toBeLessThanOrEqual(mostVerified(sizes));
      }),
      { numRuns: 10 },
    );
  }, 120_000);
});
