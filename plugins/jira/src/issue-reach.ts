import type { Cannot } from '@lethe/core';
import * as api from './api.ts';
import type { Line } from './ask.ts';
import * as restrictions from './restrictions.ts';

/** What cannot be changed of an issue, and why; what is missing can be. */
export interface Barred {
  readonly issue?: Cannot;
  readonly comments?: Cannot;
  readonly worklogs?: Cannot;
  readonly attachments?: Cannot;
  readonly watchers?: Cannot;
}

/** Nothing is barred. */
export const open: Barred = {};

/** Which permission each part takes: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/ */
const needs = {
  issue: ['EDIT_ISSUES', restrictions.notEditable],
  comments: ['EDIT_ALL_COMMENTS', restrictions.commentsNotEditable],
  worklogs: ['EDIT_ALL_WORKLOGS', restrictions.worklogsNotEditable],
  attachments: ['DELETE_ALL_ATTACHMENTS', restrictions.filesNotDeletable],
  watchers: ['MANAGE_WATCHERS', restrictions.watchersNotManageable],
} as const;

/** Which issues, a thousand at most, the app may not change in full, and what of them: known before anything is touched. */
export async function barredOn(line: Line, issues: readonly string[]): Promise<ReadonlyMap<string, Barred>> {
  if (issues.length === 0) return new Map();
  const granted = await api.issuesPermitted(
    line,
    issues,
    Object.values(needs).map(([permission]) => permission),
  );
  return new Map(
    issues.map((issue) => [issue, barredBy((permission) => granted.get(permission)?.has(issue) === true)]),
  );
}

function barredBy(isGranted: (permission: string) => boolean): Barred {
  const refused = Object.entries(needs).filter(([, [permission]]) => !isGranted(permission));
  return Object.fromEntries(refused.map(([part, [, because]]) => [part, because]));
}
