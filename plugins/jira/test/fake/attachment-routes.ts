import { z } from 'zod';
import { forbidden, invalid, notFound } from './answer.ts';
import { bodyAs, numberIn, numbers } from './body.ts';
import { itemAbout, remember } from './changing.ts';
import { isDocument } from './adf.ts';
import { worklogShape } from './comment-shape.ts';
import { indexIssue } from './indexing.ts';
import type { Jira } from './jira.ts';
import { canSee, hasOnIssue, isFor, seen } from './rights.ts';
import type { Route } from './route.ts';
import { noContent, ok } from './route.ts';
import { userShape } from './user-shape.ts';

/** Files of issues. */
export function attachmentRoutes(jira: Jira): Route[] {
  return [
    {
      endpoint: 'DELETE /rest/api/3/attachment/{attachment}',
      writesIssue: true,
      answer: ({ caller }, { attachment: id }) => {
        const attachment = jira.attachments.find(Number(id));
        const issue = attachment === undefined ? undefined : jira.issues.find(attachment.issue);
        if (attachment === undefined || issue === undefined || !canSee(jira, caller.user, issue))
          throw notFound('The attachment with this id does not exist.');
        const has = (permission: string): boolean => hasOnIssue(jira, caller.user, { issue, permission });
        const isOwn = attachment.author === caller.user.accountId && has('DELETE_OWN_ATTACHMENTS');
        if (!isOwn && !has('DELETE_ALL_ATTACHMENTS'))
          throw forbidden('You do not have permission to delete this attachment.');
        jira.attachments.delete(attachment.id);
        const item = itemAbout(
          { field: 'Attachment', fieldId: 'attachment' },
          { id: attachment.id, text: attachment.filename },
        );
        remember(jira, { issue: issue.id, by: caller.user.accountId, items: [item] });
        indexIssue(jira, issue.id);
        return noContent;
      },
    },
  ];
}

/** Work that was logged, and what was said of it. */
export function worklogRoutes(jira: Jira): Route[] {
  return [
    {
      endpoint: 'GET /rest/api/3/issue/{issue}/worklog',
      answer: ({ base, caller, query }, { issue }) => {
        const all = jira.worklogs
          .having('issue', seen(jira, caller, issue).id)
          .filter((one) => isFor(jira, caller.user, one));
        const startAt = numberIn(query, 'startAt', 0);
        const maxResults = Math.min(numberIn(query, 'maxResults', 5000), 5000);
        const worklogs = all.slice(startAt, startAt + maxResults).map((one) => worklogShape(jira, base, one));
        return ok({ startAt, maxResults, total: all.length, worklogs });
      },
    },
    {
      endpoint: 'POST /rest/api/3/worklog/list',
      reads: true,
      answer: ({ base, body, caller }) => {
        const { ids } = bodyAs(z.strictObject({ ids: numbers(1000) }), body);
        const found = [...new Set(ids)].flatMap((id) => jira.worklogs.find(id) ?? []);
        const shown = found.filter(
          (one) => canSee(jira, caller.user, jira.issues.get(one.issue)) && isFor(jira, caller.user, one),
        );
        return ok(shown.map((one) => worklogShape(jira, base, one)));
      },
    },
    {
      endpoint: 'PUT /rest/api/3/issue/{issue}/worklog/{worklog}',
      writesIssue: true,
      answer: ({ base, body, caller, query }, { issue: key, worklog: id }) => {
        const issue = seen(jira, caller, key);
        const worklog = jira.worklogs
          .having('issue', issue.id)
          .find((one) => String(one.id) === id && isFor(jira, caller.user, one));
        if (worklog === undefined) throw notFound('Cannot find worklog with this id.');
        const has = (permission: string): boolean => hasOnIssue(jira, caller.user, { issue, permission });
        const isOwn = worklog.author === caller.user.accountId && has('EDIT_OWN_WORKLOGS');
        if (!jira.site.timeTracking || (!isOwn && !has('EDIT_ALL_WORKLOGS')))
          throw invalid('You do not have permission to edit this worklog.');
        if (query.get('adjustEstimate') === 'new' && !query.has('newEstimate'))
          throw invalid('A new estimate is required.');
        const { comment = worklog.comment, ...times } = bodyAs(worklogChange, body);
        if (comment !== null && !isDocument(comment)) throw invalid('', { comment: 'The comment is no document.' });
        const changes = { ...times, comment, updateAuthor: caller.user.accountId, updated: jira.now() };
        const changed = jira.worklogs.update(worklog.id, changes);
        indexIssue(jira, issue.id);
        return ok(worklogShape(jira, base, changed));
      },
    },
  ];
}

const worklogChange = z
  .strictObject({
    comment: z.unknown(),
    started: z.string().optional(),
    timeSpentSeconds: z.int().min(60).optional(),
    timeSpent: z.string().optional(),
  })
  .transform(({ comment, started, timeSpentSeconds }) => ({
    ...(comment === undefined ? {} : { comment }),
    ...(started === undefined ? {} : { started }),
    ...(timeSpentSeconds === undefined ? {} : { timeSpentSeconds }),
  }));

/** Who is mailed about an issue. */
export function watcherRoutes(jira: Jira): Route[] {
  return [
    {
      endpoint: 'GET /rest/api/3/issue/{issue}/watchers',
      answer: ({ base, caller }, { issue: key }) => {
        const issue = seen(jira, caller, key);
        const self = `${base}/rest/api/3/issue/${issue.id}/watchers`;
        const watchers = issue.watchers.flatMap((one) => jira.user(one) ?? []).map((one) => userShape(base, one));
        const isWatching = issue.watchers.includes(caller.user.accountId);
        return ok({ self, isWatching, watchCount: watchers.length, watchers }, 2 * watchers.length);
      },
    },
    {
      endpoint: 'DELETE /rest/api/3/issue/{issue}/watchers',
      writesIssue: true,
      answer: ({ caller, query }, { issue: key }) => {
        const issue = seen(jira, caller, key);
        const accountId = query.get('accountId');
        if (accountId === null) throw invalid('The query parameter accountId must be provided.');
        const isOwn = accountId === caller.user.accountId;
        if (!isOwn && !hasOnIssue(jira, caller.user, { issue, permission: 'MANAGE_WATCHERS' })) throw forbidden();
        jira.known(accountId);
        jira.issues.update(issue.id, { watchers: issue.watchers.filter((one) => one !== accountId) });
        indexIssue(jira, issue.id);
        return noContent;
      },
    },
  ];
}
