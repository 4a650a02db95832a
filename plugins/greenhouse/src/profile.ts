import type { HostProfile } from '@lethe/core';
import { abilities } from './abilities.ts';

/** Greenhouse Recruiting over its Harvest API. It cannot be searched by what stands in texts. */
export const greenhouseProfile: HostProfile = {
  id: 'greenhouse',
  name: 'Greenhouse',
  words: { person: 'candidate', dossier: 'application', message: 'note' },
  scopes: ['person', 'dossier'],
  everybody: { can: 'list', source: 'https://developers.greenhouse.io/harvest.html#get-list-candidates' },
  abilities,
};
