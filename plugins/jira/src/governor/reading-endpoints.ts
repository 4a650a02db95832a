import type { Endpoint } from '../endpoints.ts';

/** Calls that only read although they are a POST. */
const readingPosts: readonly Endpoint[] = [
  'POST /rest/api/3/permissions/check',
  'POST /rest/api/3/search/jql',
  'POST /rest/api/3/issue/bulkfetch',
  'POST /rest/api/3/changelog/bulkfetch',
  'POST /rest/api/3/comment/list',
  'POST /rest/api/3/worklog/list',
];

/** Whether a call changes nothing. */
export function isRead(endpoint: Endpoint): boolean {
  return endpoint.startsWith('GET ') || readingPosts.includes(endpoint);
}
