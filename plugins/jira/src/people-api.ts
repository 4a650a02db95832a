import { z } from 'zod';
import { ask } from './ask.ts';
import type { Line } from './ask.ts';
import * as schemas from './schema.ts';
import type { User } from './schema.ts';

/** Reading calls on accounts, one function an endpoint: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/ */

/** The id of the account the calls are made with. */
export async function currentAccount(line: Line): Promise<string> {
  const call = { what: 'read the account of the sign-in', endpoint: 'GET /rest/api/3/myself' } as const;
  return (await ask(line, call, z.object({ accountId: z.string() }))).accountId;
}

/** One account, with its groups and what it may use. */
export async function userById(line: Line, account: string): Promise<User> {
  const query = { accountId: account, expand: 'groups,applicationRoles' };
  return ask(line, { what: 'read an account', endpoint: 'GET /rest/api/3/user', query }, schemas.userSchema);
}

/** Active accounts a search finds by name or address, which may be hidden; the thousand Jira gives at most. */
export async function usersWith(line: Line, text: string): Promise<readonly schemas.Account[]> {
  const query = { query: text, maxResults: '1000' };
  const call = { what: 'search accounts', endpoint: 'GET /rest/api/3/user/search', query } as const;
  return ask(line, call, z.array(schemas.accountSchema));
}

/** What the site keeps of a customer. Atlassian accounts are not there. */
export async function customerById(line: Line, account: string): Promise<schemas.Customer> {
  const call = {
    what: "read a customer's profile",
    endpoint: 'GET /jsm/csm/api/v1/customer/{account}',
    params: { account },
  } as const;
  return ask(line, call, schemas.customerSchema);
}

/** The account of a customer, with its address. */
export async function customerAccount(line: Line, account: string): Promise<Pick<schemas.Customer, 'email'>> {
  const call = {
    what: "read a customer's account",
    endpoint: 'GET /jsm/csm/api/v1/customer/account/{account}',
    params: { account },
  } as const;
  return ask(line, call, schemas.customerSchema.pick({ email: true }));
}
