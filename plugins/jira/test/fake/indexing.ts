import { writtenOf } from './adf.ts';
import { isObject } from './answer.ts';
import type { Jira } from './jira.ts';
import type { Issue } from './records.ts';
import type { Indexed } from './search-index.ts';

type Entry = readonly [string, readonly string[]];

/** Tells the search about an issue; it believes it after its lag. */
export function indexIssue(jira: Jira, id: number): void {
  const issue = jira.issues.find(id);
  const { indexLagSeconds } = jira.site;
  if (indexLagSeconds === 0) jira.index.touch(id);
  else if (issue !== undefined) jira.index.put(indexedOf(jira, issue), jira.milliseconds() + indexLagSeconds * 1000);
}

/** Lets the search take in what is due. */
export function settleIndex(jira: Jira): void {
  jira.index.settle(jira.milliseconds(), (id) => {
    const issue = jira.issues.find(id);
    return issue && indexedOf(jira, issue);
  });
}

/** What can be searched for in an issue. */
export function indexedOf(jira: Jira, issue: Issue): Indexed {
  const project = jira.projects.get(issue.project);
  const accounts = jira.fields
    .where(({ kind }) => ['user', 'users', 'participants', 'approvers', 'organizations'].includes(kind))
    .map(({ fieldId }): Entry => [fieldId, jira.accountsIn(issue, fieldId)]);
  return {
    id: issue.id,
    values: {
      project: [project.key, project.name, String(project.id)],
      reporter: listOf(issue.reporter),
      creator: [issue.creator],
      assignee: listOf(issue.assignee),
      watcher: issue.watchers,
      status: [issue.status],
      updatedBy: updatersOf(jira, issue),
      ...Object.fromEntries<readonly string[]>(accounts),
      ...Object.fromEntries(
        Object.entries(jira.site.aliases).map(([alias, path]) => [alias.toLowerCase(), propertyIn(issue, path)]),
      ),
    },
    texts: textsOf(jira, issue),
  };
}

function textsOf(jira: Jira, issue: Issue): Indexed['texts'] {
  const written = jira.fields
    .where(({ kind }) => kind === 'line' || kind === 'paragraph')
    .map(({ fieldId }): Entry => [fieldId, listOf(writtenOf(issue.values[fieldId]))]);
  const comments = jira.comments.having('issue', issue.id).flatMap(({ body }) => listOf(writtenOf(body)));
  const worklogs = jira.worklogs.having('issue', issue.id).flatMap(({ comment }) => listOf(writtenOf(comment)));
  return { ...Object.fromEntries<readonly string[]>(written), comment: comments, worklogcomment: worklogs };
}

/** Who made it, changed a field, or wrote or last edited a comment. */
function updatersOf(jira: Jira, issue: Issue): readonly string[] {
  return [
    issue.creator,
    ...jira.histories.having('issue', issue.id).map(({ author }) => author),
    ...jira.comments.having('issue', issue.id).flatMap(({ author, updateAuthor }) => [author, updateAuthor]),
  ];
}

function propertyIn(issue: Issue, [key, ...path]: readonly [string, ...string[]]): readonly string[] {
  const value = path.reduce<unknown>((one, name) => (isObject(one) ? one[name] : undefined), issue.properties[key]);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

function listOf(value: string | null): readonly string[] {
  return value === null ? [] : [value];
}
