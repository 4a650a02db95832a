import { z } from 'zod';
import type { Endpoint } from '../endpoints.ts';
import type { Answer, Call } from '../http-port.ts';
import { isRead } from './reading-endpoints.ts';

/** Reads that cost a point an issue, besides the one of each call. A write costs nothing more, nor do reads of anything else. */
const issues: readonly Endpoint[] = [
  'GET /rest/api/3/issue/{issue}',
  'POST /rest/api/3/search/jql',
  'POST /rest/api/3/issue/bulkfetch',
];
/** Reads that cost two points for each person or right. */
const identities: readonly Endpoint[] = [
  'GET /rest/api/3/myself',
  'GET /rest/api/3/user',
  'GET /rest/api/3/user/search',
  'GET /rest/api/3/mypermissions',
  'POST /rest/api/3/permissions/check',
  'GET /rest/api/3/issue/{issue}/watchers',
  'GET /jsm/csm/api/v1/customer/{account}',
  'GET /jsm/csm/api/v1/customer/account/{account}',
];

/** A page nobody asked a size for. */
const PAGE = 100;

const asked = z.object({
  maxResults: z.number().optional(),
  issueIdsOrKeys: z.array(z.unknown()).optional(),
});

/**
 * What a call cost, as far as Jira says how it counts: https://developer.atlassian.com/cloud/jira/platform/rate-limiting/#how-points-work. Whether
 * reads that are a POST cost as reads is not said; to be careful they do.
 */
export function pointsOf({ endpoint }: Call, { json }: Answer): number {
  return isRead(endpoint) ? 1 + objectsIn(json) * costOf(endpoint) : 1;
}

/** What a call may cost at most, before it is made. */
export function mostPointsOf({ endpoint, query, body }: Call): number {
  if (!isRead(endpoint)) return 1;
  const parsed = asked.safeParse(body);
  const { maxResults, issueIdsOrKeys: named } = parsed.success ? parsed.data : {};
  const page = maxResults ?? (query?.['maxResults'] === undefined ? undefined : Number(query['maxResults']));
  const objects = named?.length ?? (/search/.test(endpoint) ? Math.min(page ?? PAGE, PAGE) : 1);
  return 1 + objects * costOf(endpoint);
}

function costOf(endpoint: Endpoint): number {
  return identities.includes(endpoint) ? 2 : issues.includes(endpoint) ? 1 : 0;
}

/** How many things an answer lists; one where it lists none. */
function objectsIn(json: unknown): number {
  if (Array.isArray(json)) return json.length;
  if (typeof json !== 'object' || json === null) return 0;
  const lists = Object.values(json).filter((value) => Array.isArray(value));
  return lists.length === 0 ? 1 : lists.reduce((sum, list) => sum + list.length, 0);
}
