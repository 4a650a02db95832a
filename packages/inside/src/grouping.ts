import { HostError } from '@lethe/core';
import type { ReadyStep, StepGroup } from '@lethe/core';

/** Things that share a call, in their order; `sizeOf` says how much of the room for `most` one takes. */
export function batchesOf<T>(all: readonly T[], most: number, sizeOf: (one: T) => number): readonly (readonly T[])[] {
  const batches: T[][] = [];
  let free = 0;
  for (const one of all) {
    const needed = Math.max(1, sizeOf(one));
    if (needed > free) {
      batches.push([]);
      free = most;
    }
    batches.at(-1)?.push(one);
    free -= needed;
  }
  return batches;
}

/** Steps in batches of `most` changes, in their order. */
export function groupForInside(
  steps: readonly ReadyStep[],
  most: number,
  cellsChanged: (step: ReadyStep) => number,
): readonly StepGroup[] {
  return batchesOf(steps, most, cellsChanged).map((some) => ({ call: `change ${some.length} rows`, steps: some }));
}

/** What a step that names nothing of this host ends with. */
export function unknownSpot(): HostError {
  return new HostError('rejected', 'A step names a spot that the host does not have: make a new plan.');
}
