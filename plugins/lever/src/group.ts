import type { ReadyStep, StepGroup } from '@lethe/core';
import { placeOf } from './place.ts';

/** Steps that go together: all of a contact. Each group stands where its first step stood. */
export function groupSteps(steps: readonly ReadyStep[]): readonly StepGroup[] {
  const groups = new Map<string, ReadyStep[]>();
  for (const step of steps) {
    const call = callFor(step);
    groups.set(call, [...(groups.get(call) ?? []), step]);
  }
  return [...groups].map(([call, some]) => ({ call, steps: some }));
}

/** Which call carries a step out, in fixed words and Lever's own ids. */
function callFor({ spot }: ReadyStep): string {
  const place = placeOf(spot);
  if (place === undefined) return `nothing for ${spot}`;
  const { owner, key, part } = place;
  if (owner === 'contact') return `change contact ${key}`;
  return part === 'tags' ? `remove tags of ${key}` : `delete ${part} ${place.which} of ${key}`;
}
