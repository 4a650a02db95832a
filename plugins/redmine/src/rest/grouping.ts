import type { ReadyStep, StepGroup } from '@lethe/core';
import { placeOf } from '../place.ts';
import type { Place } from '../place.ts';

/** Steps that go in one call: all texts of an issue, a page, an account. Each group stands where its first step stood. */
export function groupForRest(steps: readonly ReadyStep[]): readonly StepGroup[] {
  const groups = new Map<string, ReadyStep[]>();
  for (const step of steps) {
    const place = placeOf(step.spot);
    const call = place === undefined ? 'nothing' : callFor(place);
    groups.set(call, [...(groups.get(call) ?? []), step]);
  }
  return [...groups].map(([call, some]) => ({ call, steps: some }));
}

/** The call that blanks a spot, in fixed words and numbers. */
export function callFor({ owner, key, part, which }: Place): string {
  if (part === 'file') return `delete file ${which}`;
  if (part === 'note') return `change note ${which}`;
  if (part === 'watcher') return `remove watcher ${which} of ${owner} ${key}`;
  if (part === 'access') return `lock ${owner} ${key}`;
  return `change ${owner} ${key}`;
}
