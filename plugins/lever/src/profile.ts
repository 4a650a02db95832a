import type { HostProfile } from '@lethe/core';
import { abilities } from './abilities.ts';

/** Lever over its Data API, with a step by hand for what that does not reach. It cannot be searched by what stands in texts. */
export const leverProfile: HostProfile = {
  id: 'lever',
  name: 'Lever',
  words: { person: 'candidate', dossier: 'opportunity', message: 'note' },
  scopes: ['person', 'dossier'],
  everybody: {
    can: 'list',
    source: 'https://hire.lever.co/developer/documentation#list-all-opportunities',
  },
  abilities,
};
