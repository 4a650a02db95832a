import type { HostProfile } from '@lethe/core';
import { abilities } from './abilities.ts';

/** Greenhouse Recruiting over its Harvest API. It cannot be searched by what stands in texts. */
export const greenhouseProfile: HostProfile = {
  id: 'greenhouse',
  name: 'Greenhouse',
  words: { person: 'candidate', dossier: 'application', message: 'note' },
  scopes: ['person', 'dossier'],
  abilities,
};
