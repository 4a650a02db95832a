import type { HostProfile } from '@lethe/core';
import { abilities } from './abilities.ts';

/** Ashby over its API. It cannot be searched by what stands in texts, and cannot anonymize one application by itself. */
export const ashbyProfile: HostProfile = {
  id: 'ashby',
  name: 'Ashby',
  words: { person: 'candidate', dossier: 'application', message: 'note' },
  scopes: ['person'],
  everybody: { can: 'list', source: 'https://developers.ashbyhq.com/reference/candidatelist' },
  abilities,
};
