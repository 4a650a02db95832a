import { writtenOf } from './adf.ts';
import { itemAbout, remember } from './changing.ts';
import { indexIssue } from './indexing.ts';
import type { Jira } from './jira.ts';
import { mailComment, mailCustomers } from './mailing.ts';
import type { Comment, Visibility } from './records.ts';

/** Writes a comment anew. No history keeps what it said; JSM may mail the new words to customers. */
export function editComment(
  jira: Jira,
  edit: {
    readonly id: number;
    readonly body: unknown;
    readonly by: string;
    readonly notify: boolean;
    readonly visibility?: Visibility | null | undefined;
    readonly internal?: boolean | undefined;
  },
): Comment {
  const { id, body, by, notify, visibility, internal } = edit;
  const comment = jira.comments.update(id, {
    body,
    updateAuthor: by,
    updated: jira.now(),
    ...(visibility === undefined ? {} : { visibility }),
    ...(internal === undefined ? {} : { internal }),
  });
  jira.issues.update(comment.issue, { updated: jira.now() });
  if (notify) mailComment(jira, by, comment);
  mailCustomers(jira, by, comment);
  indexIssue(jira, comment.issue);
  return comment;
}

/** Takes a comment away. What it said goes into the history, unless only some were to read it. */
export function deleteComment(jira: Jira, by: string, comment: Comment): void {
  const { id, issue, body, visibility } = comment;
  const text =
    visibility === null ? (writtenOf(body) ?? '') : `A comment with security level '${visibility.value}' was removed.`;
  jira.comments.delete(id);
  remember(jira, { issue, by, items: [itemAbout({ field: 'Comment', fieldId: 'comment' }, { id, text })] });
  indexIssue(jira, issue);
}
