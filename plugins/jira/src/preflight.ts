import type { Obstacle } from '@lethe/core';
import type { BulkRights } from './bulk-rights.ts';
import type { Rights } from './rights.ts';

/**
 * Whether the sign-in may carry an erasure out on this site: every obstacle, with the permission's name and place. What it may not on single
 * issues is in the plan, issue by issue. Changing many issues at once is no must: without it they are changed one by one. Throws `HostError`.
 */
export async function preflight(rights: Rights, bulk: BulkRights): Promise<readonly Obstacle[]> {
  const granted = await rights.onSite();
  bulk.take(granted.has('BULK_CHANGE'));
  return [
    ...(granted.has('ADMINISTER') ? [] : [notAdministrator]),
    ...(granted.has('USER_PICKER') ? [] : [mayNotBrowseUsers]),
  ];
}

const notAdministrator: Obstacle = {
  code: 'host-right-missing',
  says: 'The sign-in is no Jira administrator: Jira would mail people about every change, and let nobody change a customer.',
  remedy:
    'Give the app, or the account of the sign-in, "Administer Jira" in Jira settings > System > Global permissions.',
};

const mayNotBrowseUsers: Obstacle = {
  code: 'host-right-missing',
  says: 'The sign-in may not look for users, so that accounts with the same address would be left out without anybody noticing.',
  remedy: 'Give it "Browse users and groups" in Jira settings > System > Global permissions.',
};
