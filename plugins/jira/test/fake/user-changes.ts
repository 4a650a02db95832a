import { indexIssue } from './indexing.ts';
import type { Jira } from './jira.ts';
import type { User } from './records.ts';

/** What is left of an account nobody has any more. */
const formerUser = {
  displayName: 'Former user',
  email: null,
  active: false,
  deleted: true,
  portalAccess: false,
  groups: [],
  details: {},
  organizations: [],
  photo: null,
} satisfies Partial<User>;

/** A customer is deleted for good; of an Atlassian account only the place in this site. */
export function deleteUser(jira: Jira, user: User): void {
  if (user.accountType === 'customer') jira.users.update(user.id, formerUser);
  else jira.users.update(user.id, { active: false, groups: [] });
  // Nobody who is gone watches.
  for (const issue of jira.issues.where(({ watchers }) => watchers.includes(user.accountId))) {
    jira.issues.update(issue.id, { watchers: issue.watchers.filter((one) => one !== user.accountId) });
    indexIssue(jira, issue.id);
  }
}
