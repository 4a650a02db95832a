import type { HostProfile } from '@lethe/core';
import { abilities } from './abilities.ts';

/** Jira Cloud with Jira Service Management over its API, whichever way the calls travel. */
export const jiraProfile: HostProfile = {
  id: 'jira',
  name: 'Jira Service Management',
  words: { person: 'customer', dossier: 'request', message: 'comment' },
  scopes: ['person', 'dossier', 'mention'],
  abilities,
};
