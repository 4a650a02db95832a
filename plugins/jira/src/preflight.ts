import { z } from 'zod';
import type { Obstacle } from '@lethe/core';
import { ask } from './ask.ts';
import type { Line } from './ask.ts';
import type { BulkRights } from './bulk-rights.ts';
import { listOf } from './values.ts';

/** Global permissions that are asked for: https://support.atlassian.com/jira-cloud-administration/docs/manage-global-permissions/ */
const asked = ['ADMINISTER', 'USER_PICKER', 'BULK_CHANGE'] as const;

/**
 * Whether the sign-in may carry an erasure out on this site: every obstacle, with the permission's name and place. What it may not on single
 * issues is found when they are listed. Changing many issues at once is no must: without it they are changed one by one. Throws `HostError`.
 */
export async function preflight(line: Line, bulk: BulkRights): Promise<readonly Obstacle[]> {
  const call = {
    what: 'look what the app may do',
    endpoint: 'POST /rest/api/3/permissions/check',
    body: { globalPermissions: asked },
  } as const;
  const { globalPermissions: granted } = await ask(line, call, z.object({ globalPermissions: listOf(z.string()) }));
  bulk.take(granted.includes('BULK_CHANGE'));
  return [
    ...(granted.includes('ADMINISTER') ? [] : [notAdministrator]),
    ...(granted.includes('USER_PICKER') ? [] : [mayNotBrowseUsers]),
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
