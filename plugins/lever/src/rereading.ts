import type { Dossier, Reading as Answer, Spot, SpotId } from '@lethe/core';
import { pMapIterable } from 'p-map';
import * as api from './api.ts';
import type { Filed } from './api.ts';
import { ifThere } from './ask.ts';
import { contactSpots } from './contact-spots.ts';
import { opportunitiesOf } from './listing.ts';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';
import { AT_ONCE, everything, spotsIn, viewOf } from './reading.ts';
import type { Beside, Reading } from './reading.ts';

interface Asked {
  readonly spot: SpotId;
  readonly place: Place;
}

/** Reads spots again: each opportunity in a call, each list of it that holds one of the spots in another, a contact in one. */
export async function* rereadSpots(reading: Reading, spots: readonly SpotId[]): AsyncGenerator<Answer> {
  const asked = spots.flatMap((spot): Asked[] => {
    const place = placeOf(spot);
    return place === undefined ? [] : [{ spot, place }];
  });
  const groups = [...byOwner(asked)];
  const answered = pMapIterable(groups, async ([, some]) => answersTo(reading, some), { concurrency: AT_ONCE });
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

async function answersTo(reading: Reading, asked: readonly Asked[]): Promise<readonly Answer[]> {
  const [first] = asked;
  if (first === undefined) return [];
  const { owner, key } = first.place;
  return owner === 'contact' ? ofContact(reading, key, asked) : ofOpportunity(reading, key, asked);
}

async function ofContact(reading: Reading, key: string, asked: readonly Asked[]): Promise<readonly Answer[]> {
  const contact = await ifThere(api.contactById(reading.line, key));
  if (contact === undefined) return answers(asked, []);
  const wantsLinks = asked.some(({ place }) => place.part === 'links');
  const opportunities = wantsLinks ? await opportunitiesOf(reading, key) : [];
  for (const one of opportunities) reading.remembered.take(one);
  const confidential = await reading.known.confidential();
  return answers(asked, contactSpots({ contact, opportunities, confidential }));
}

async function ofOpportunity(reading: Reading, key: string, asked: readonly Asked[]): Promise<readonly Answer[]> {
  const opportunity = await ifThere(api.opportunityById(reading.line, key));
  const view = opportunity === undefined ? undefined : await viewOf(reading, opportunity, besideFor(asked));
  return view === undefined ? answers(asked, []) : answers(asked, spotsIn(view), view.dossier);
}

function besideFor(asked: readonly Asked[]): Beside {
  const parts = new Set<string>(asked.map(({ place }) => place.part));
  return new Set<Filed>([...everything].filter((part) => parts.has(part)));
}

function answers(asked: readonly Asked[], found: readonly Spot[], dossier?: Dossier): readonly Answer[] {
  const now = new Map(found.map((spot) => [spot.id, spot.content]));
  const beside = dossier === undefined ? {} : { dossier };
  return asked.map(({ spot }) => ({ spot, content: now.get(spot) ?? 'gone', ...beside }));
}
