import { wordOf } from './answer.ts';
import { attachmentShape, commentShape, worklogShape } from './comment-shape.ts';
import type { Jira } from './jira.ts';
import type { Field, Issue } from './records.ts';
import type { Caller } from './rights.ts';
import { commentsFor, isFor } from './rights.ts';
import { historyShape } from './history-shape.ts';
import { accountShape } from './user-shape.ts';

type Shape = Readonly<Record<string, unknown>>;

/** What of an issue is asked for. */
export interface Wanted {
  /** `undefined` is what the endpoint gives unasked. */
  readonly fields: readonly string[] | undefined;
  readonly properties: readonly string[];
  readonly expand: readonly string[];
  readonly base: string;
  readonly caller: Caller;
}

export function issueShape(jira: Jira, issue: Issue, wanted: Wanted): Shape {
  const { fields = ['*all'], base } = wanted;
  const isWanted = wantedBy(fields);
  const all = { ...systemFields(jira, issue, wanted), ...storedFields(jira, issue, base) };
  const shown = Object.fromEntries(Object.entries(all).flatMap(([id, value]) => (isWanted(id) ? [[id, value()]] : [])));
  const changelog = wanted.expand.includes('changelog') ? { changelog: embeddedHistory(jira, issue, base) } : {};
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: String(issue.id),
    self: `${base}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    ...changelog,
    fields: shown,
    ...(wanted.properties.length > 0 ? { properties: propertiesOf(issue, wanted.properties) } : {}),
  };
}

/** `*all`, names, and `-name` to leave one out. */
function wantedBy(fields: readonly string[]): (id: string) => boolean {
  const names = fields.flatMap((one) => one.split(',')).map((one) => one.trim());
  const all = names.includes('*all') || names.includes('*navigable') || names.every((one) => one.startsWith('-'));
  return (id) => (all || names.includes(id)) && !names.includes(`-${id}`);
}

function propertiesOf({ properties }: Issue, names: readonly string[]): Shape {
  const asked = names.flatMap((one) => one.split(','));
  return Object.fromEntries(
    Object.entries(properties).filter(([key]) => asked.includes(key) || asked.includes('*all')),
  );
}

function embeddedHistory(jira: Jira, issue: Issue, base: string): Shape {
  const all = jira.histories.having('issue', issue.id).reverse();
  const histories = all.slice(0, jira.site.embedded.changelog).map((one) => historyShape(jira, base, one));
  return { startAt: 0, maxResults: histories.length, total: all.length, histories };
}

function systemFields(jira: Jira, issue: Issue, { base, caller }: Wanted): Readonly<Record<string, () => unknown>> {
  const project = jira.projects.get(issue.project);
  const person = (accountId: string | null) => () => accountShape(jira, base, accountId);
  const statusCategory = { id: 1, key: issue.statusCategory, name: issue.statusCategory };
  return {
    project: () => ({ id: String(project.id), key: project.key, name: project.name, projectTypeKey: project.type }),
    issuetype: () => ({ id: '10001', name: issue.issuetype, subtask: false }),
    status: () => ({ id: '1', name: issue.status, statusCategory }),
    resolution: () => (issue.resolution === null ? null : { id: '1', name: issue.resolution }),
    priority: () => (issue.priority === null ? null : { id: '3', name: issue.priority }),
    reporter: person(issue.reporter),
    creator: person(issue.creator),
    assignee: person(issue.assignee),
    created: () => issue.created,
    updated: () => issue.updated,
    security: () => (issue.security === null ? null : { id: '10100', name: issue.security }),
    watches: () => watchesOf(issue, base, caller),
    timespent: () => timeSpentOn(jira, issue),
    comment: () => embeddedComments(jira, issue, { base, caller }),
    worklog: () => embeddedWorklogs(jira, issue, { base, caller }),
    attachment: () => jira.attachments.having('issue', issue.id).map((one) => attachmentShape(jira, base, one)),
  };
}

function watchesOf(issue: Issue, base: string, { user }: Caller): Shape {
  const self = `${base}/rest/api/3/issue/${issue.key}/watchers`;
  return { self, watchCount: issue.watchers.length, isWatching: issue.watchers.includes(user.accountId) };
}

function timeSpentOn(jira: Jira, issue: Issue): number | null {
  const spent = jira.worklogs.having('issue', issue.id).reduce((sum, one) => sum + one.timeSpentSeconds, 0);
  return spent === 0 ? null : spent;
}

type Place = Pick<Wanted, 'base' | 'caller'>;

/** The first of them: how many there are is said beside. */
function embeddedComments(jira: Jira, issue: Issue, { base, caller }: Place): Shape {
  const all = commentsFor(jira, caller, issue.id);
  const most = jira.site.embedded.comments;
  const comments = all.slice(0, most).map((one) => commentShape(jira, { base, withProperties: false }, one));
  const self = `${base}/rest/api/3/issue/${issue.id}/comment`;
  return { comments, self, maxResults: comments.length, total: all.length, startAt: 0 };
}

function embeddedWorklogs(jira: Jira, issue: Issue, { base, caller }: Place): Shape {
  const all = jira.worklogs.having('issue', issue.id).filter((one) => isFor(jira, caller.user, one));
  const most = jira.site.embedded.worklogs;
  const worklogs = all.slice(0, most).map((one) => worklogShape(jira, base, one));
  return { startAt: 0, maxResults: most, total: all.length, worklogs };
}

function storedFields(jira: Jira, issue: Issue, base: string): Readonly<Record<string, () => unknown>> {
  return Object.fromEntries(
    jira.fields
      .all()
      .filter(({ custom, kind }) => custom || kind === 'line' || kind === 'paragraph')
      .map((field) => [
        field.fieldId,
        () => valueShape(jira, { field, base, value: issue.values[field.fieldId] ?? null }),
      ]),
  );
}

/** A stored value as answers write it. */
function valueShape(jira: Jira, { field, base, value }: { field: Field; base: string; value: unknown }): unknown {
  if (value === null) return null;
  const accounts = Array.isArray(value) ? value.map(wordOf) : [wordOf(value)];
  switch (field.kind) {
    case 'user':
      return accountShape(jira, base, wordOf(value));
    case 'users':
    case 'participants':
    case 'approvers':
      return accounts.flatMap((one) => accountShape(jira, base, one) ?? []);
    case 'organizations':
      return accounts.map((name, at) => ({
        id: String(at + 1),
        name,
        _links: { self: `${base}/rest/servicedeskapi/organization/${at + 1}` },
      }));
    case 'request-type':
      return { requestType: { id: '5', name: wordOf(value), serviceDeskId: '1' }, currentStatus: { status: 'Open' } };
    case 'select':
      return { id: '10200', value: wordOf(value) };
    case 'satisfaction':
    case 'line':
    case 'paragraph':
    case 'number':
      return value;
  }
}
