import { HostError } from '@lethe/core';
import { start, tell } from './ask.ts';
import type { Line } from './ask.ts';

/**
 * Writing calls on customers' accounts, one function an endpoint: https://developer.atlassian.com/cloud/customer-service-management/rest/v1/
 * What these answer beside their status is not documented, so that nothing of it is read.
 */

/** Gives a customer another name. Needs "Administer Jira". */
export async function renameCustomer(line: Line, account: string, displayName: string): Promise<void> {
  await start(line, {
    what: 'rename a customer',
    endpoint: 'PUT /jsm/csm/api/v1/customer/account/{account}',
    params: { account },
    body: { displayName },
  });
}

/** Empties one detail of a customer's profile, by the name of its field. */
export async function clearDetail(line: Line, account: string, fieldName: string): Promise<void> {
  await start(line, {
    what: "empty a detail of a customer's profile",
    endpoint: 'PUT /jsm/csm/api/v1/customer/{account}/details',
    params: { account },
    query: { fieldName },
    body: { values: [] },
  });
}

/** Keeps a customer from signing in to the portal. Needs a site administrator, so that it is done as whoever clicked. */
export async function revokeAccess(line: Line, account: string): Promise<void> {
  await start(line, {
    what: 'close the portal to a customer',
    endpoint: 'PUT /rest/servicedeskapi/customer/user/{account}/revoke-portal-only-access',
    params: { account },
    as: 'user',
  });
}

/**
 * Deletes a customer's account for good. Where the newer call may not, or does not know the account, the older one is tried, which needs a
 * site administrator.
 */
export async function deleteAccount(line: Line, account: string): Promise<void> {
  try {
    await tell(line, {
      what: 'delete a customer',
      endpoint: 'DELETE /jsm/csm/api/v1/customer/account/{account}',
      params: { account },
    });
  } catch (error) {
    if (!(error instanceof HostError) || !['not-permitted', 'gone', 'unreadable'].includes(error.code)) throw error;
    await deletedOtherwise(line, account, error);
  }
}

async function deletedOtherwise(line: Line, account: string, first: HostError): Promise<void> {
  const query = { accountId: account };
  try {
    await tell(line, { what: 'delete a user', endpoint: 'DELETE /rest/api/3/user', query, as: 'user' });
  } catch (error) {
    // In the background there is nobody who clicked: then, and where that person may not either, the first refusal says what is missing.
    throw error instanceof HostError && ['signed-out', 'not-permitted'].includes(error.code) ? first : error;
  }
}
