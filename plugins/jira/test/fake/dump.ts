import { textIn, isDocument } from './adf.ts';
import { isObject } from './answer.ts';
import { settleIndex } from './indexing.ts';
import type { Jira } from './jira.ts';
import type { Issue } from './records.ts';

/** Everything the invented Jira holds: its tables, what files have inside, changelog, search index, mails sent, jobs. */
export function* dumpOf(jira: Jira): Generator<string> {
  settleIndex(jira);
  for (const [name, table] of Object.entries(tablesOf(jira)))
    for (const row of table.all()) yield `${name} ${linesOf(row)}\n`;
  yield* jira.index.all();
  // Whom a mail went to is their mail system's business; what it said, and about what, was sent by Jira.
  for (const { to, subject, text } of jira.outbox) yield `mail ${to.join(', ')}\n${subject}\n${text}\n`;
}

/** What reports count, per issue and as a whole. */
export function talliesOf(jira: Jira): Readonly<Record<string, string>> {
  return Object.fromEntries<string>([
    ...jira.issues.all().map((issue): [string, string] => [`issue ${issue.id}`, countedOf(jira, issue)]),
    ['issues', String(jira.issues.all().length)],
    ['comments', String(jira.comments.all().length)],
  ]);
}

function countedOf(jira: Jira, issue: Issue): string {
  const { project, issuetype, status, resolution, priority, reporter, creator, assignee, created, feedback } = issue;
  const organizations = jira.accountsOf(issue, 'organizations');
  const comments = jira.comments
    .having('issue', issue.id)
    .map(({ author, created: at, internal }) => [author, at, internal]);
  const spent = jira.worklogs.having('issue', issue.id).map(({ timeSpentSeconds }) => timeSpentSeconds);
  const channel = issue.properties['request.channel.type'] ?? null;
  return JSON.stringify([
    ...[project, issuetype, status, resolution, priority, reporter, creator, assignee, created],
    ...[feedback?.rating ?? null, organizations, comments, spent, channel],
  ]);
}

function tablesOf(jira: Jira): Readonly<Record<string, { all(): readonly object[] }>> {
  const { users, projects, fields, issues, comments, worklogs, attachments, histories } = jira;
  return { users, projects, fields, issues, comments, worklogs, attachments, histories };
}

/** One value a line, so that no text is hidden in an encoding; documents as what they say, too. */
function linesOf(value: unknown, at = ''): string {
  const said = isDocument(value) ? `${at}=${textIn(value)}\n` : '';
  if (!isObject(value) && !Array.isArray(value)) return `${at}=${String(value)}\n`;
  const inside = Object.entries(value).map(([key, one]) => linesOf(one, at === '' ? key : `${at}.${key}`));
  return said + inside.join('');
}
