import { HostError } from '@lethe/core';
import { AuthorizationResponseError, ResponseBodyError } from 'oauth4webapi';

/** What it means that a sign-in brought no token. Zendesk's own words are never repeated: they may name somebody. */
export function refusalOf(cause: unknown): HostError {
  if (cause instanceof ResponseBodyError)
    return new HostError('signed-out', refusals[cause.error] ?? otherwise, { cause });
  if (cause instanceof AuthorizationResponseError)
    return new HostError(
      'signed-out',
      'The sign-in to Zendesk was declined in the browser. Sign in again, and allow it.',
      {
        cause,
      },
    );
  return new HostError(
    'unreadable',
    'What came back from the sign-in to Zendesk is not an answer to it. Sign in again.',
    {
      cause,
    },
  );
}

const clients = 'Admin Center > Apps and integrations > APIs > OAuth clients';

const otherwise = `Zendesk gave no access token. Look at the OAuth client in ${clients}.`;

const refusals: Readonly<Record<string, string>> = {
  invalid_client: `Zendesk does not know the OAuth client, or its secret is wrong. Look it up in ${clients}.`,
  invalid_grant: 'The sign-in to Zendesk is over or was taken back. Sign in again.',
  invalid_scope: `The OAuth client may not ask for the scopes read and write. Allow them in ${clients}.`,
  unauthorized_client: `The OAuth client may not sign in this way: only a confidential one may use its secret alone. See ${clients}.`,
};
