import { z } from 'zod';
import { invalid, notFound } from './answer.ts';
import { bodyAs, numberIn, numbers } from './body.ts';
import { deleteComment, editComment } from './comment-editing.ts';
import { commentShape } from './comment-shape.ts';
import { checkComment } from './issue-editing.ts';
import type { Jira } from './jira.ts';
import { isSilenced } from './mailing.ts';
import type { Comment } from './records.ts';
import { canSee, commentsFor, hasOnIssue, isFor, seen } from './rights.ts';
import type { Request, Route } from './route.ts';
import { noContent, ok } from './route.ts';

/** Comments of an issue, comments by their ids, and what is written into them. */
export function commentRoutes(jira: Jira): Route[] {
  return [
    {
      endpoint: 'GET /rest/api/3/issue/{issue}/comment',
      answer: (request, { issue }) => {
        const { query, caller } = request;
        const startAt = numberIn(query, 'startAt', 0);
        const most = jira.site.commentPage;
        const maxResults = Math.min(numberIn(query, 'maxResults', most), most);
        const all = ordered(commentsFor(jira, caller, seen(jira, caller, issue).id), query.get('orderBy'));
        const comments = all
          .slice(startAt, startAt + maxResults)
          .map((one) => commentShape(jira, showing(request), one));
        return ok({ startAt, maxResults, total: all.length, comments });
      },
    },
    {
      endpoint: 'POST /rest/api/3/comment/list',
      reads: true,
      answer: (request) => {
        const { ids } = bodyAs(z.strictObject({ ids: numbers(1000) }), request.body);
        const { user } = request.caller;
        const found = [...new Set(ids)]
          .flatMap((id) => jira.comments.find(id) ?? [])
          .filter((one) => canSee(jira, user, jira.issues.get(one.issue)) && isFor(jira, user, one));
        const values = found.map((one) => commentShape(jira, showing(request), one));
        return ok({ maxResults: 1_048_576, startAt: 0, total: values.length, isLast: true, values });
      },
    },
    {
      endpoint: 'PUT /rest/api/3/issue/{issue}/comment/{comment}',
      writesIssue: true,
      answer: (request, { issue: key, comment: id }) => {
        const { caller, query } = request;
        const issue = seen(jira, caller, key);
        const comment = commentsFor(jira, caller, issue.id).find((one) => String(one.id) === id);
        if (comment === undefined) throw notFound('Can not find a comment for this id.');
        const { body, visibility, properties, jsdPublic } = bodyAs(change, request.body);
        if (jsdPublic !== undefined) throw invalid('jsdPublic cannot be set.');
        checkComment(jira, { caller, issue, author: comment.author, body });
        if (!issue.editable && query.get('overrideEditableFlag') !== 'true')
          throw invalid('Issue cannot be edited in its current workflow state.');
        const internal = properties?.find(({ key: name }) => name === 'sd.public.comment')?.value.internal;
        const notify = !isSilenced(jira, caller, { issue, query });
        const edit = { id: comment.id, body, by: caller.user.accountId, notify, visibility, internal };
        return ok(commentShape(jira, showing(request), editComment(jira, edit)));
      },
    },
    {
      endpoint: 'DELETE /rest/api/3/issue/{issue}/comment/{comment}',
      writesIssue: true,
      answer: ({ caller }, { issue: key, comment: id }) => {
        const issue = seen(jira, caller, key);
        const comment = commentsFor(jira, caller, issue.id).find((one) => String(one.id) === id);
        if (comment === undefined) throw notFound('Can not find a comment for this id.');
        if (!hasOnIssue(jira, caller.user, { issue, permission: 'DELETE_ALL_COMMENTS' }))
          throw invalid('You do not have permission to delete this comment.');
        deleteComment(jira, caller.user.accountId, comment);
        return noContent;
      },
    },
  ];
}

const change = z.strictObject({
  body: z.unknown(),
  visibility: z
    .object({ type: z.enum(['group', 'role']), value: z.string() })
    .nullable()
    .optional(),
  properties: z
    .array(z.strictObject({ key: z.string(), value: z.object({ internal: z.boolean().optional() }) }))
    .optional(),
  jsdPublic: z.boolean().optional(),
});

function showing({ base, query }: Request) {
  return { base, withProperties: (query.get('expand') ?? '').includes('properties') };
}

function ordered(comments: readonly Comment[], by: string | null): readonly Comment[] {
  return by === '-created' ? comments.toReversed() : comments;
}
