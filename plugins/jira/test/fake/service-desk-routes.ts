import { z } from 'zod';
import { serviceDeskRefusal } from './answer.ts';
import { bodyAs, numberIn } from './body.ts';
import { editIssue } from './changing.ts';
import type { Jira } from './jira.ts';
import { canSee, hasGlobal, hasOnIssue, isSiteAdministrator } from './rights.ts';
import type { Route } from './route.ts';
import { noContent, ok } from './route.ts';
import { serviceDeskUserShape } from './user-shape.ts';

const base = '/rest/servicedeskapi';

/** Jira Service Management's own API. */
export function serviceDeskRoutes(jira: Jira): Route[] {
  return [
    {
      endpoint: `DELETE ${base}/request/{issue}/participant`,
      writesIssue: true,
      answer: ({ body, base: site, caller }, { issue: key = '' }) => {
        const issue = jira.issue(key);
        const field = jira.fieldOf('participants');
        if (issue === undefined || field === undefined || !jira.isRequest(issue) || !canSee(jira, caller.user, issue))
          throw serviceDeskRefusal(404, 'The request does not exist.');
        if (!hasOnIssue(jira, caller.user, { issue, permission: 'EDIT_ISSUES' }))
          throw serviceDeskRefusal(403, 'You do not have permission to remove participants from this request.');
        const { accountIds } = bodyAs(z.strictObject({ accountIds: z.array(z.string()).min(1) }), body);
        if (accountIds.some((one) => jira.user(one) === undefined))
          throw serviceDeskRefusal(400, 'The user does not exist.');
        const before = jira.accountsIn(issue, field.fieldId);
        const left = before.filter((one) => !accountIds.includes(one));
        editIssue(jira, { issue, by: caller.user.accountId, values: { [field.fieldId]: left }, notify: false });
        const values = left.flatMap((one) => jira.user(one) ?? []).map((one) => serviceDeskUserShape(site, one));
        return ok(pageOf(values, { start: 0, limit: 50 }));
      },
    },
    {
      endpoint: `PUT ${base}/customer/user/{account}/revoke-portal-only-access`,
      answer: ({ caller }, { account = '' }) => {
        if (!isSiteAdministrator(caller.user)) throw serviceDeskRefusal(403, 'Only site administrators may do this.');
        const user = jira.user(account);
        if (user?.accountType !== 'customer' || user.deleted) throw serviceDeskRefusal(404, 'The user does not exist.');
        jira.users.update(user.id, { portalAccess: false });
        return noContent;
      },
    },
    {
      endpoint: `GET ${base}/servicedesk/{desk}/customer`,
      answer: ({ base: site, caller, query }) => {
        if (!hasGlobal(jira, caller.user, 'USER_PICKER')) throw serviceDeskRefusal(403, 'You may not see customers.');
        const wanted = (query.get('query') ?? '').toLowerCase();
        const [start, limit] = [numberIn(query, 'start', 0), Math.min(numberIn(query, 'limit', 50), 50)];
        const all = jira.users.where(
          ({ accountType, deleted, displayName, email }) =>
            accountType === 'customer' && !deleted && `${displayName} ${email ?? ''}`.toLowerCase().includes(wanted),
        );
        const values = all.map((one) => serviceDeskUserShape(site, one));
        return ok(pageOf(values, { start, limit }), 2 * Math.min(limit, values.length));
      },
    },
  ];
}

function pageOf(all: readonly unknown[], { start, limit }: { start: number; limit: number }): unknown {
  const values = all.slice(start, start + limit);
  return { size: values.length, start, limit, isLastPage: start + limit >= all.length, _links: {}, values };
}
