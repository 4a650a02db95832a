import type { Ability, HostProfile, SpotKind } from '@lethe/core';
import { insideAbilities } from './inside/abilities.ts';
import { restAbilities } from './rest/abilities.ts';

/** What both profiles share. */
function profileWith(abilities: Readonly<Record<SpotKind, Ability>>): HostProfile {
  return {
    id: 'redmine',
    name: 'Redmine',
    words: { person: 'user', dossier: 'issue', message: 'note' },
    scopes: ['person', 'dossier', 'mention'],
    everybody: { can: 'list', source: 'https://www.redmine.org/projects/redmine/wiki/Rest_Users' },
    abilities,
  };
}

/** Redmine as it comes, over its REST API. */
export const restProfile: HostProfile = profileWith(restAbilities);

/** Redmine with Lethe's part installed (`native/`). */
export const insideProfile: HostProfile = profileWith(insideAbilities);
