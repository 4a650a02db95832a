import { invalid, forbidden, Refused, errorsOf } from './answer.ts';
import { numberIn } from './body.ts';
import { deleteUser } from './user-changes.ts';
import type { Jira } from './jira.ts';
import type { User } from './records.ts';
import { agents, hasGlobal, isSiteAdministrator } from './rights.ts';
import type { Route } from './route.ts';
import { noContent, ok } from './route.ts';
import { userShape, wholeUserShape } from './user-shape.ts';

/** People, as the platform knows them. */
export function userRoutes(jira: Jira): Route[] {
  return [
    {
      endpoint: 'GET /rest/api/3/myself',
      answer: ({ base, caller }) => ok(wholeUserShape(base, caller.user), 2),
    },
    {
      endpoint: 'GET /rest/api/3/user',
      answer: ({ base, caller, query }) => {
        if (!hasGlobal(jira, caller.user, 'USER_PICKER')) throw forbidden();
        const accountId = query.get('accountId');
        if (accountId === null) throw invalid('The query parameter accountId must be provided.');
        const user = jira.user(accountId);
        if (user === undefined)
          throw new Refused(404, errorsOf(['Specified user does not exist or you do not have required permissions']));
        return ok({ ...wholeUserShape(base, user), ...expandedOf(user, query.get('expand') ?? '') }, 2);
      },
    },
    {
      endpoint: 'DELETE /rest/api/3/user',
      answer: ({ caller, query }) => {
        const { user } = caller;
        if (!isSiteAdministrator(user)) throw forbidden();
        const accountId = query.get('accountId');
        if (accountId === null) throw invalid('The query parameter accountId must be provided.');
        const found = jira.user(accountId);
        if (found === undefined || found.deleted) throw new Refused(404, errorsOf(['The user does not exist.']));
        if (found.accountId === user.accountId || found.accountType === 'app')
          throw invalid('The user cannot be removed.');
        deleteUser(jira, found);
        return noContent;
      },
    },
    {
      endpoint: 'GET /rest/api/3/user/search',
      answer: ({ base, caller, query }) => {
        const [text, accountId] = [query.get('query'), query.get('accountId')];
        if (text === null && accountId === null) throw invalid('The query parameter is missing.');
        if (text !== null && accountId !== null) throw invalid('Only one of query and accountId may be provided.');
        if (!hasGlobal(jira, caller.user, 'USER_PICKER')) return ok([]);
        const startAt = numberIn(query, 'startAt', 0);
        const maxResults = Math.min(numberIn(query, 'maxResults', 50), 1000);
        const all = jira.users.where(
          (one) => one.active && (text === null ? one.accountId === accountId : isFoundBy(one, text)),
        );
        const users = all.slice(0, 1000).slice(startAt, startAt + maxResults);
        return ok(
          users.map((one) => userShape(base, one)),
          2 * users.length,
        );
      },
    },
  ];
}

/** Groups, and the products somebody may use. */
function expandedOf({ groups, active }: User, expand: string): Readonly<Record<string, unknown>> {
  const products =
    active && groups.includes(agents) ? [{ key: 'jira-servicedesk', name: 'Jira Service Management' }] : [];
  return {
    ...(expand.includes('groups') ? { groups: listed(groups.map((name) => ({ name, groupId: name }))) } : {}),
    ...(expand.includes('applicationRoles') ? { applicationRoles: listed(products) } : {}),
  };
}

function listed(items: readonly unknown[]): Readonly<Record<string, unknown>> {
  return { size: items.length, items };
}

/** By the beginning of a name's part, or of the address; a hidden address finds too. */
function isFoundBy({ displayName, email }: User, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  const name = displayName.toLowerCase();
  return [name, ...name.split(/\s+/), (email ?? '').toLowerCase()].some((one) => one !== '' && one.startsWith(wanted));
}
