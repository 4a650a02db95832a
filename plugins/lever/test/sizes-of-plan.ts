import type { Plan } from '@lethe/core';
import { placeOf } from '../src/place.ts';
import type { Place } from '../src/place.ts';
import type { OpportunitySize, Sizes } from './fewest-calls.ts';

const deletable = ['file', 'note', 'feedback'];
const byHand = ['application', 'resume', 'referral'];

/** What the bound is counted from, as a plan tells it. */
export function sizesOfPlan({ steps, kept, gaps }: Plan): Sizes {
  const all = [...steps, ...kept, ...gaps].flatMap(({ spot }) => placeOf(spot) ?? []);
  const keys = new Set(all.flatMap(({ owner, key }) => (owner === 'opportunity' ? [key] : [])));
  const asked = steps.filter(({ verb }) => verb === 'ask').flatMap(({ spot }) => placeOf(spot) ?? []);
  const called = steps.filter(({ verb }) => verb !== 'ask').flatMap(({ spot }) => placeOf(spot) ?? []);
  return {
    opportunities: [...keys].map((key) => sizeOf(at(called, key), at(asked, key))),
    links: called.some(({ part }) => part === 'links'),
  };
}

function at(places: readonly Place[], key: string): readonly string[] {
  return places.filter((place) => place.key === key).map(({ part }) => part);
}

function sizeOf(called: readonly string[], asked: readonly string[]): OpportunitySize {
  const deleted = called.filter((part) => deletable.includes(part));
  return {
    deleted: deleted.length,
    deletedLists: new Set(deleted).size,
    tags: called.includes('tags'),
    askedLists: new Set(asked.filter((part) => byHand.includes(part))).size,
  };
}
