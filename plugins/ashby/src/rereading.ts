import type { Dossier, Reading, Spot, SpotId } from '@lethe/core';
import { pMapIterable } from 'p-map';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';
import { AT_ONCE, applicationView, candidateView, spotsIn } from './reading.ts';
import type { Source } from './reading.ts';

interface Asked {
  readonly spot: SpotId;
  readonly place: Place;
}

/** Reads spots again: three calls for a candidate and for an application, as what reports count is read with them. */
export async function* rereadSpots(source: Source, spots: readonly SpotId[]): AsyncGenerator<Reading> {
  const asked = spots.flatMap((spot): Asked[] => {
    const place = placeOf(spot);
    return place === undefined ? [] : [{ spot, place }];
  });
  const groups = [...byOwner(asked).values()];
  const answered = pMapIterable(groups, async (some) => answersTo(source, some), { concurrency: AT_ONCE });
  for await (const some of answered) yield* some;
}

function byOwner(asked: readonly Asked[]): ReadonlyMap<string, readonly Asked[]> {
  const groups = new Map<string, Asked[]>();
  for (const one of asked) {
    const owner = `${one.place.owner} ${one.place.key}`;
    groups.set(owner, [...(groups.get(owner) ?? []), one]);
  }
  return groups;
}

async function answersTo(source: Source, asked: readonly Asked[]): Promise<readonly Reading[]> {
  const [first] = asked;
  if (first === undefined) return [];
  const { owner, key } = first.place;
  if (owner === 'candidate') {
    const view = await candidateView(source, key);
    return view === undefined ? answers(asked, []) : answers(asked, spotsIn(view), view.sheet);
  }
  const view = await applicationView(source, key);
  return view === undefined ? answers(asked, []) : answers(asked, spotsIn(view), view.dossier);
}

function answers(asked: readonly Asked[], found: readonly Spot[], dossier?: Dossier): readonly Reading[] {
  const now = new Map(found.map((spot) => [spot.id, spot.content]));
  const beside = dossier === undefined ? {} : { dossier };
  return asked.map(({ spot }) => ({ spot, content: now.get(spot) ?? 'gone', ...beside }));
}
