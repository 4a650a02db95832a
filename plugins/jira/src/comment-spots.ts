import type { Cannot, Spot } from '@lethe/core';
import type { IssueView } from './issue-view.ts';
import { attachmentMessage, commentMessage, worklogMessage } from './message.ts';
import { spotAt } from './place.ts';

/** What people wrote and attached to an issue: comments, files, and what they noted of their work. */
export function commentSpots(view: IssueView): readonly Spot[] {
  const { issue, barred } = view;
  const comments = view.comments.map((comment, at): Spot => {
    const place = { is: 'comment', issue: issue.id, number: comment.id } as const;
    const label = `comment ${String(at + 1)} on issue ${issue.key}`;
    return {
      ...{ id: spotAt(place), kind: 'message.body', label, of: commentMessage(comment, view), content: comment.body },
      ...within(barred.comments),
    };
  });
  return [...comments, ...fileSpots(view), ...worklogSpots(view)];
}

function within(barred: Cannot | undefined): Pick<Spot, 'ability'> {
  return barred === undefined ? {} : { ability: barred };
}

function fileSpots(view: IssueView): readonly Spot[] {
  const { issue, barred } = view;
  return issue.fields.attachment.map((file): Spot => {
    const place = { is: 'attachment', issue: issue.id, number: file.id } as const;
    const content = { form: 'file', name: file.filename } as const;
    const label = `file ${file.id} on issue ${issue.key}`;
    return {
      ...{ id: spotAt(place), kind: 'attachment', label, of: attachmentMessage(file, view), content },
      ...within(barred.attachments),
    };
  });
}

/** A line of work without words is no message. */
function worklogSpots(view: IssueView): readonly Spot[] {
  const { issue, barred } = view;
  const written = view.worklogs.filter(({ comment }) => !comment.text.isBlank);
  return written.map((worklog): Spot => {
    const place = { is: 'worklog', issue: issue.id, number: worklog.id } as const;
    const label = `work log ${worklog.id} on issue ${issue.key}`;
    return {
      ...{
        id: spotAt(place),
        kind: 'message.body',
        label,
        of: worklogMessage(worklog, view),
        content: worklog.comment,
      },
      ...within(barred.worklogs),
    };
  });
}
