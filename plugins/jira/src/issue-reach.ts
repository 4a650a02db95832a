import type { Cannot } from '@lethe/core';
import * as restrictions from './restrictions.ts';
import type { IssueRight, Rights } from './rights.ts';

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
} as const satisfies Readonly<Record<keyof Barred, readonly [IssueRight, Cannot]>>;

/** Which issues, a thousand at most, the app may not change in full, and what of them: known before anything is touched. */
export async function barredOn(rights: Rights, issues: readonly string[]): Promise<ReadonlyMap<string, Barred>> {
  if (issues.length === 0) return new Map();
  const granted = await rights.onIssues(issues);
  return new Map([...granted].map(([issue, some]) => [issue, barredBy(some)]));
}

function barredBy(granted: ReadonlySet<IssueRight>): Barred {
  const refused = Object.entries(needs).filter(([, [right]]) => !granted.has(right));
  return Object.fromEntries(refused.map(([part, [, because]]) => [part, because]));
}
