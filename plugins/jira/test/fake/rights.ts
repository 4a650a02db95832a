import { forbidden, notFound } from './answer.ts';
import type { Jira } from './jira.ts';
import type { Comment, Issue, User, Visibility } from './records.ts';

/** Whose call it is. */
export interface Caller {
  readonly user: User;
  /** `forge` calls come from an app, in its own name or in that of the person who clicked; `token` calls from a server. */
  readonly from: 'forge-app' | 'forge-user' | 'token' | 'bearer';
}

export const siteAdministrators = 'site-admins';
export const administrators = 'jira-administrators';
export const agents = 'jira-servicemanagement-users';
export const apps = 'atlassian-addons-admin';

/** Global permissions Jira knows besides those of apps. */
export const globalPermissions: readonly string[] = [
  'ADMINISTER',
  'SYSTEM_ADMIN',
  'BULK_CHANGE',
  'USER_PICKER',
  'CREATE_SHARED_OBJECTS',
  'MANAGE_GROUP_FILTER_SUBSCRIPTIONS',
];

/** Project permissions Jira knows, as far as an erasure meets them. */
export const projectPermissions: readonly string[] = [
  ...['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS', 'EDIT_ISSUES', 'CREATE_ISSUES', 'DELETE_ISSUES', 'ASSIGN_ISSUES'],
  ...['ADD_COMMENTS', 'EDIT_ALL_COMMENTS', 'EDIT_OWN_COMMENTS', 'DELETE_ALL_COMMENTS', 'DELETE_OWN_COMMENTS'],
  ...['CREATE_ATTACHMENTS', 'DELETE_ALL_ATTACHMENTS', 'DELETE_OWN_ATTACHMENTS', 'MANAGE_WATCHERS'],
  ...['VIEW_VOTERS_AND_WATCHERS', 'EDIT_ALL_WORKLOGS', 'EDIT_OWN_WORKLOGS', 'WORK_ON_ISSUES', 'MODIFY_REPORTER'],
  ...['SET_ISSUE_SECURITY', 'SERVICEDESK_AGENT'],
];

function isAmong(user: User, holders: readonly string[] | undefined): boolean {
  return (holders ?? []).some((one) => one === user.accountId || user.groups.includes(one));
}

export function hasGlobal(jira: Jira, user: User, permission: string): boolean {
  return user.active && isAmong(user, jira.globalGrants[permission]);
}

export function isSiteAdministrator(user: User): boolean {
  return user.active && user.groups.includes(siteAdministrators);
}

export function hasInProject(jira: Jira, user: User, asked: { project: number; permission: string }): boolean {
  return user.active && isAmong(user, jira.projects.get(asked.project).grants[asked.permission]);
}

/** Whether the person has the permission on the issue; nobody has any on an issue they cannot see. */
export function hasOnIssue(jira: Jira, user: User, asked: { issue: Issue; permission: string }): boolean {
  const { issue, permission } = asked;
  return canSee(jira, user, issue) && hasInProject(jira, user, { project: issue.project, permission });
}

export function canSee(jira: Jira, user: User, issue: Issue): boolean {
  const project = jira.projects.get(issue.project);
  if (!hasInProject(jira, user, { project: project.id, permission: 'BROWSE_PROJECTS' })) return false;
  return issue.security === null || isAmong(user, project.levels[issue.security]);
}

/** Whether a comment or worklog that is only for some is for this person too. */
export function isFor(jira: Jira, user: User, one: { visibility: Visibility | null; issue: number }): boolean {
  const { visibility } = one;
  if (visibility === null) return true;
  if (visibility.type === 'group') return user.groups.includes(visibility.value);
  return isAmong(user, jira.projects.get(jira.issues.get(one.issue).project).roles[visibility.value]);
}

/** An issue the caller may see. */
export function seen(jira: Jira, { user }: Caller, idOrKey: string | undefined): Issue {
  const issue = jira.issue(idOrKey ?? '');
  if (issue === undefined || !canSee(jira, user, issue)) throw notFound();
  return issue;
}

export function commentsFor(jira: Jira, { user }: Caller, issue: number): Comment[] {
  return jira.comments.having('issue', issue).filter((one) => isFor(jira, user, one));
}

export function checkGlobal(jira: Jira, { user }: Caller, permission: string): void {
  if (!hasGlobal(jira, user, permission)) throw forbidden();
}

/** Whether the caller may say that nobody is mailed. */
export function maySilence(jira: Jira, { user }: Caller, issue: Issue): boolean {
  return hasGlobal(jira, user, 'ADMINISTER') || hasOnIssue(jira, user, { issue, permission: 'ADMINISTER_PROJECTS' });
}
