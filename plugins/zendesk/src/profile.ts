import type { HostProfile } from '@lethe/core';
import { abilities } from './abilities.ts';

/** Zendesk over its API, whichever way the calls travel. */
export const zendeskProfile: HostProfile = {
  id: 'zendesk',
  name: 'Zendesk',
  words: { person: 'user', dossier: 'ticket', message: 'comment' },
  scopes: ['person', 'dossier', 'mention'],
  everybody: {
    can: 'list',
    source: 'https://developer.zendesk.com/api-reference/ticketing/users/users/#list-users',
  },
  abilities,
};
