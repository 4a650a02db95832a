import type { Ability, HostProfile, SpotKind } from '@lethe/core';
import { insideAbilities } from './inside/abilities.ts';
import { restAbilities } from './rest/abilities.ts';

/** What both profiles share. */
function profileWith(abilities: Readonly<Record<SpotKind, Ability>>): HostProfile {
  return {
    id: 'request-tracker',
    name: 'Request Tracker',
    words: { person: 'user', dossier: 'ticket', message: 'message' },
    scopes: ['person', 'dossier', 'mention'],
    everybody: { can: 'list', source: 'https://docs.bestpractical.com/rt/5.0.3/RT/REST2.html' },
    abilities,
  };
}

/** Request Tracker as it comes, over its REST API. */
export const restProfile: HostProfile = profileWith(restAbilities);

/** Request Tracker with Lethe's part installed (`native/`). */
export const insideProfile: HostProfile = profileWith(insideAbilities);
