import type { ReadyStep, StepGroup } from '@lethe/core';
import { placeOf } from '../place.ts';
import type { Place } from '../place.ts';

/** Steps that go in one call: all texts of a ticket, all of its lists of people, an account. Each group stands where its first step stood. */
export function groupForRest(steps: readonly ReadyStep[]): readonly StepGroup[] {
  const groups = new Map<string, ReadyStep[]>();
  for (const step of steps) {
    const place = placeOf(step.spot);
    const call = place === undefined ? 'nothing' : callFor(place);
    groups.set(call, [...(groups.get(call) ?? []), step]);
  }
  return [...groups].map(([call, some]) => ({ call, steps: some }));
}

/** Lists of people on a ticket. */
export const peopleParts = ['cc', 'admincc', 'role'];

/** The call that blanks a spot, in fixed words and numbers. */
function callFor({ owner, key, part }: Place): string {
  if (peopleParts.includes(part)) return `change people of ${owner} ${key}`;
  if (part === 'access') return `disable ${owner} ${key}`;
  return `change ${owner} ${key}`;
}
