import { writtenOf } from './adf.ts';
import type { Jira } from './jira.ts';
import type { Caller } from './rights.ts';
import { maySilence } from './rights.ts';
import type { Comment, HistoryItem, Issue } from './records.ts';

/** Whether `notifyUsers=false` was said by somebody who may; said by anybody else, Jira passes over it. */
export function isSilenced(
  jira: Jira,
  caller: Caller,
  { issue, query }: { issue: Issue; query: URLSearchParams },
): boolean {
  return query.get('notifyUsers') === 'false' && maySilence(jira, caller, issue);
}

/** Jira's own mail about a change of fields: it shows old and new. */
export function mailChange(jira: Jira, by: string, change: { issue: Issue; items: readonly HistoryItem[] }): void {
  const { issue, items } = change;
  const lines = items.map((item) => `${item.field}: ${item.fromString ?? ''} -> ${item.toString ?? ''}`);
  send(jira, {
    to: [issue.reporter, issue.assignee, ...issue.watchers],
    by,
    subject: `[JIRA] (${issue.key}) ${written(issue, 'summary')}`,
    text: lines.join('\n'),
  });
}

/** Jira's own mail about a comment. */
export function mailComment(jira: Jira, by: string, comment: Comment): void {
  const issue = jira.issues.get(comment.issue);
  send(jira, {
    to: [issue.reporter, issue.assignee, ...issue.watchers].filter(
      (one) => !comment.internal || !isCustomer(jira, one),
    ),
    by,
    subject: `[JIRA] (${issue.key}) ${written(issue, 'summary')}`,
    text: writtenOf(comment.body) ?? '',
  });
}

/** The mail of a service desk to the customers on a request: its own rules, whatever `notifyUsers` says. */
export function mailCustomers(jira: Jira, by: string, comment: Comment): void {
  const issue = jira.issues.get(comment.issue);
  if (!jira.site.mailsEditedComments || comment.internal || !jira.isRequest(issue)) return;
  const customers = [issue.reporter, ...jira.accountsOf(issue, 'participants')];
  send(jira, {
    to: customers.filter((one) => isCustomer(jira, one)),
    by,
    subject: `${issue.key} ${written(issue, 'summary')}`,
    text: writtenOf(comment.body) ?? '',
  });
}

interface Sending {
  readonly to: readonly (string | null)[];
  readonly by: string;
  readonly subject: string;
  readonly text: string;
}

/** Nobody is mailed about what they did themselves. */
function send(jira: Jira, { to, by, subject, text }: Sending): void {
  const users = [...new Set(to)].flatMap((one) => (one === null || one === by ? [] : (jira.user(one) ?? [])));
  const reached = users.filter(({ active, email }) => active && email !== null).map(({ accountId }) => accountId);
  if (reached.length > 0) jira.outbox.push({ to: reached, subject, text });
}

function isCustomer(jira: Jira, accountId: string | null): boolean {
  return accountId !== null && jira.user(accountId)?.accountType === 'customer';
}

function written(issue: Issue, fieldId: string): string {
  return writtenOf(issue.values[fieldId]) ?? '';
}
