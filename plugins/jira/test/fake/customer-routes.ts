import { z } from 'zod';
import { Refused } from './answer.ts';
import { bodyAs } from './body.ts';
import { deleteUser } from './user-changes.ts';
import type { Jira } from './jira.ts';
import type { User } from './records.ts';
import { hasGlobal } from './rights.ts';
import type { Request, Route } from './route.ts';
import { noContent, ok } from './route.ts';

const base = '/jsm/csm/api/v1/customer';

/** Customer accounts: experimental, and Atlassian accounts are none. */
export function customerRoutes(jira: Jira): Route[] {
  const customer = (request: Request, account: string | undefined): User => {
    if (request.headers['x-experimentalapi'] !== 'opt-in')
      throw refusal(412, 'This is an experimental API. Opt in by its header.');
    const { user, from } = request.caller;
    const isForbidden = from === 'forge-app' && !jira.site.customersAsApp;
    if (isForbidden || !hasGlobal(jira, user, 'ADMINISTER')) throw refusal(403, 'Administer Jira is required.');
    const found = jira.user(account ?? '');
    if (found?.accountType !== 'customer' || found.deleted) throw refusal(404, 'The customer does not exist.');
    return found;
  };
  return [
    {
      endpoint: `GET ${base}/account/{account}`,
      answer: (request, { account }) => {
        const { accountId, displayName, email } = customer(request, account);
        return ok({ id: accountId, accountId, displayName, email }, 2);
      },
    },
    {
      endpoint: `PUT ${base}/account/{account}`,
      answer: (request, { account }) => {
        const { id } = customer(request, account);
        jira.users.update(id, bodyAs(z.strictObject({ displayName: z.string().trim().min(1).max(255) }), request.body));
        return noContent;
      },
    },
    {
      endpoint: `DELETE ${base}/account/{account}`,
      answer: (request, { account }) => {
        deleteUser(jira, customer(request, account));
        return noContent;
      },
    },
    {
      endpoint: `GET ${base}/{account}`,
      answer: (request, { account }) => {
        const { accountId, displayName, details, organizations } = customer(request, account);
        const rows = Object.entries(details).map(([name, values]) => ({ name, type: { name: 'TEXT' }, values }));
        return ok(
          { id: accountId, name: displayName, details: rows, organizations: organizations.map((name) => ({ name })) },
          2,
        );
      },
    },
    {
      endpoint: `PUT ${base}/{account}/details`,
      answer: (request, { account }) => {
        const { id, details } = customer(request, account);
        const name = request.query.get('fieldName') ?? '';
        if (!(name in details)) throw refusal(404, 'The detail field does not exist.');
        const { values } = bodyAs(z.strictObject({ values: z.array(z.string()) }), request.body);
        jira.users.update(id, { details: { ...details, [name]: values } });
        return ok({ name, type: { name: 'TEXT' }, values });
      },
    },
  ];
}

function refusal(status: number, message: string): Refused {
  return new Refused(status, { errors: [{ message }] });
}
