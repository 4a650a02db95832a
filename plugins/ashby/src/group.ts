import type { ReadyStep, StepGroup } from '@lethe/core';
import { placeOf } from './place.ts';

/** Steps that go together: the fields of one candidate or application, its tags, and all that goes with the candidate. */
export function groupSteps(steps: readonly ReadyStep[]): readonly StepGroup[] {
  const groups = new Map<string, ReadyStep[]>();
  for (const step of steps) {
    const call = callFor(step);
    groups.set(call, [...(groups.get(call) ?? []), step]);
  }
  return [...groups].map(([call, some]) => ({ call, steps: some }));
}

/** Which call carries a step out, in fixed words and Ashby's own ids. */
function callFor({ spot, kind }: ReadyStep): string {
  const place = placeOf(spot);
  if (place === undefined) return `nothing for ${spot}`;
  const { owner, key, part } = place;
  // Whatever is the candidate's own goes in one go, whichever application shows it: core plans for one candidate.
  if (kind.startsWith('person.')) return 'anonymize the candidate';
  return part === 'tags' ? `remove tags of ${key}` : `set fields of ${owner} ${key}`;
}
