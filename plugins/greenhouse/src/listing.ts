import { HostError } from '@lethe/core';
import type { Scope, Spot } from '@lethe/core';
import { applicationOf, candidateOf } from './ids.ts';
import { spotsOf, spotsOfApplication, viewed } from './reading.ts';
import type { Reading } from './reading.ts';
import { allParts } from './record.ts';
import type { Part } from './record.ts';

/** All but what is the candidate's for every application. */
const partsOfApplication: ReadonlySet<Part> = new Set(
  [...allParts].filter((part) => !['candidate', 'educations', 'employments'].includes(part)),
);

/**
 * Spots of some scopes, each once. A candidate comes with all applications; an application alone leaves out whatever goes for the
 * candidate or for the other applications.
 */
export async function* listedSpots(reading: Reading, scopes: readonly Scope[]): AsyncGenerator<Spot> {
  const seen = new Set<string>();
  for (const scope of scopes)
    for (const spot of await spotsBy(reading, scope)) {
      if (!seen.has(spot.id)) yield spot;
      seen.add(spot.id);
    }
}

async function spotsBy(reading: Reading, scope: Scope): Promise<readonly Spot[]> {
  switch (scope.by) {
    case 'person':
      return wholeCandidate(reading, candidateOf(scope.person));
    case 'dossier':
      return oneApplication(reading, applicationOf(scope.dossier));
    case 'mention':
    case 'everything':
      throw new HostError('rejected', 'Greenhouse cannot be searched by what stands in texts: ask by candidate.');
  }
}

async function wholeCandidate(reading: Reading, id: string | undefined): Promise<readonly Spot[]> {
  const record = id === undefined ? undefined : await reading.harvest.record(id, allParts);
  if (id === undefined || record?.candidate === undefined) return [];
  const spots = spotsOf(viewed(reading, id, record));
  reading.remembered.see(id, spots);
  return spots;
}

async function oneApplication(reading: Reading, id: string | undefined): Promise<readonly Spot[]> {
  const application = id === undefined ? undefined : await reading.harvest.application(id);
  if (application === undefined) return [];
  const { candidate } = application;
  const record = await reading.harvest.record(candidate, partsOfApplication);
  return spotsOfApplication(viewed(reading, candidate, record), application.id);
}
