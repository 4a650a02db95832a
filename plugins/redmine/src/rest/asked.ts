import type { Dossier, Reading, Spot, SpotId } from '@lethe/core';
import type { Place } from '../place.ts';

/** A spot that is to be read again, and where it is. */
export interface Asked {
  readonly spot: SpotId;
  readonly place: Place;
}

/** What was asked for in one place, from all spots found there now; what is not among them is gone. */
export function answers(asked: readonly Asked[], found: readonly Spot[], dossier?: Dossier): readonly Reading[] {
  const now = new Map(found.map((spot) => [spot.id, spot.content]));
  return asked.map(({ spot }) => ({
    spot,
    content: now.get(spot) ?? 'gone',
    ...(dossier === undefined ? {} : { dossier }),
  }));
}

/** Groups what is asked for by the thing it belongs to; spent time by its account, as it is listed by account. */
export function byThing(asked: readonly Asked[]): readonly (readonly Asked[])[] {
  const groups = new Map<string, Asked[]>();
  for (const one of asked) {
    const key = one.place.owner === 'time' ? accountIn(one.place) : one.place.key;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** The account whose spent time it is. */
export function accountIn({ key }: Place): string {
  return key.split('@')[1] ?? '';
}
