import type { Endpoint } from '../endpoints.ts';
import { methodOf } from '../http-port.ts';
import type { Method } from '../http-port.ts';

const byMethod: Readonly<Record<Method, number>> = { GET: 100, POST: 100, PUT: 50, DELETE: 50 };

/** Endpoints with a number of their own. */
const byEndpoint: Partial<Readonly<Record<Endpoint, number>>> = {
  'GET /rest/api/3/issue/{issue}': 150,
  'GET /rest/api/3/user': 150,
};

/**
 * Calls a second Jira grants one site at one endpoint in the long run:
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/#burst-api-rate-limit-thresholds.
 */
export function rateOf(endpoint: Endpoint): number {
  return byEndpoint[endpoint] ?? byMethod[methodOf({ endpoint })];
}
