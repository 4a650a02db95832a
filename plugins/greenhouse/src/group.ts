import type { ReadyStep, StepGroup } from '@lethe/core';
import { placeOf } from './place.ts';

/** Steps that go together: all of a candidate, but files that go one by one. Each group stands where its first step stood. */
export function groupSteps(steps: readonly ReadyStep[]): readonly StepGroup[] {
  const groups = new Map<string, ReadyStep[]>();
  for (const step of steps) {
    const call = callFor(step);
    groups.set(call, [...(groups.get(call) ?? []), step]);
  }
  return [...groups].map(([call, some]) => ({ call, steps: some }));
}

/** Which call carries a step out, in fixed words and Greenhouse's own numbers. */
function callFor({ spot }: ReadyStep): string {
  const place = placeOf(spot);
  if (place === undefined) return `nothing for ${spot}`;
  const { candidate, part, which } = place;
  return part === 'attachment' ? `delete attachment ${which}` : `anonymize candidate ${candidate}`;
}
