import type { Plan } from '@lethe/core';
import type { Sizes } from './fewest-calls.ts';
import { placeOf } from '../src/place.ts';

/** What the bound is counted from, as a plan tells it; `tags` is how many of them name the candidate. */
export function sizesOfPlan(plan: Plan, applications: number, tags: number): Sizes {
  const places = plan.steps.flatMap(({ spot, kind }) => {
    const place = placeOf(spot);
    return place === undefined ? [] : [{ ...place, own: kind.startsWith('person.') }];
  });
  const keys = (some: typeof places): number => new Set(some.map(({ key }) => key)).size;
  const ofApplications = places.filter(({ owner }) => owner === 'application');
  return {
    ...{ applications, tags },
    fields: places.some(({ owner, part, own }) => owner === 'candidate' && part === 'field' && !own),
    applicationFields: keys(ofApplications.filter(({ own }) => !own)),
    applicationsOwn: keys(ofApplications.filter(({ own }) => own)),
    named: places.some(({ part }) => part === 'name' || part === 'links'),
    own: places.some(({ own, part }) => own && part !== 'name' && part !== 'links'),
  };
}
