import type { Call } from '../http-port.ts';

/** What a call is sent with besides its path: the same whichever way it travels. */
export interface RequestParts {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** JSON, or nothing. */
  readonly body?: string;
}

/**
 * Interfaces Atlassian may still change are refused to whoever does not say that they know:
 * https://developer.atlassian.com/cloud/customer-service-management/rest/v1/intro/.
 */
const experimental = ['/jsm/csm/', '/revoke-portal-only-access'];

/** Headers, query and body of a call. */
export function requestParts({ endpoint, query, body }: Call): RequestParts {
  return {
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(experimental.some((part) => endpoint.includes(part)) ? { 'X-ExperimentalApi': 'opt-in' } : {}),
    },
    query: new URLSearchParams(query),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
