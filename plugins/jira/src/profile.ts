import type { HostProfile } from '@lethe/core';
import { abilities } from './abilities.ts';

/** Jira Cloud with Jira Service Management over its API, whichever way the calls travel. */
export const jiraProfile: HostProfile = {
  id: 'jira',
  name: 'Jira Service Management',
  words: { person: 'customer', dossier: 'request', message: 'comment' },
  scopes: ['person', 'dossier', 'mention'],
  everybody: {
    can: 'nothing',
    because: 'Jira lists the users of a site and not the customers of its portals.',
    instead: 'Choose people from a queue or an organization.',
    source:
      'https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-users-search-get',
  },
  abilities,
};
