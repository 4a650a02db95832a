import { describe, expect, it } from '@jest/globals';
import type { ReadyStep, SpotId, StepId } from '@lethe/core';
import { batchesOf, groupForInside } from './grouping.ts';

const steps = ['a', 'b', 'c', 'd'].map((name): ReadyStep => ({
  id: name as StepId,
  spot: name as SpotId,
  kind: 'message.body',
  verb: 'clear',
}));

describe('batches', () => {
  it('keep their order, and have no more in them than there is room', () => {
    const two = groupForInside(steps, 3, ({ id }) => (id === 'b' ? 2 : 1));
    expect(two.map((group) => group.steps.map(({ id }) => id))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(two.map(({ call }) => call)).toEqual(['change 2 rows', 'change 2 rows']);
  });

  it('hold what takes no room at all as well', () => {
    expect(batchesOf(['a', 'b'], 5, () => 0)).toEqual([['a', 'b']]);
    expect(batchesOf([], 5, () => 1)).toEqual([]);
  });
});
