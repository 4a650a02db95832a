import type { Jira } from './jira.ts';
import type { Attachment, Comment, Worklog } from './records.ts';
import { accountShape } from './user-shape.ts';

type Shape = Readonly<Record<string, unknown>>;

export function commentShape(jira: Jira, { base, withProperties }: Showing, comment: Comment): Shape {
  const properties = comment.internal ? [{ key: 'sd.public.comment', value: { internal: true } }] : [];
  return {
    self: `${base}/rest/api/3/issue/${comment.issue}/comment/${comment.id}`,
    id: String(comment.id),
    author: accountShape(jira, base, comment.author),
    body: comment.body,
    updateAuthor: accountShape(jira, base, comment.updateAuthor),
    created: comment.created,
    updated: comment.updated,
    ...(comment.visibility === null
      ? {}
      : { visibility: { ...comment.visibility, identifier: comment.visibility.value } }),
    jsdPublic: !comment.internal,
    jsdAuthorCanSeeRequest: comment.authorCanSeeRequest,
    ...(withProperties ? { properties } : {}),
  };
}

/** Where it is shown and what with it. */
interface Showing {
  readonly base: string;
  readonly withProperties: boolean;
}

export function worklogShape(jira: Jira, base: string, worklog: Worklog): Shape {
  const { comment, timeSpentSeconds, visibility } = worklog;
  return {
    self: `${base}/rest/api/3/issue/${worklog.issue}/worklog/${worklog.id}`,
    author: accountShape(jira, base, worklog.author),
    updateAuthor: accountShape(jira, base, worklog.updateAuthor),
    ...(comment === null ? {} : { comment }),
    created: worklog.created,
    updated: worklog.updated,
    ...(visibility === null ? {} : { visibility: { ...visibility, identifier: visibility.value } }),
    started: worklog.started,
    timeSpent: `${Math.round(timeSpentSeconds / 60)}m`,
    timeSpentSeconds,
    id: String(worklog.id),
    issueId: String(worklog.issue),
  };
}

export function attachmentShape(jira: Jira, base: string, attachment: Attachment): Shape {
  const { id, filename, author, created, size, mimeType } = attachment;
  return {
    self: `${base}/rest/api/3/attachment/${id}`,
    id: String(id),
    filename,
    author: accountShape(jira, base, author),
    created,
    size,
    mimeType,
    content: `${base}/rest/api/3/attachment/content/${id}`,
  };
}
