/**
 * Every call the plugin may make, and no other. The Forge transport spells each one out as a literal, so that Atlassian's scope linter sees it;
 * a test there holds the two lists together.
 */
export const endpoints = [
  'GET /rest/api/3/myself',
  'GET /rest/api/3/serverInfo',
  'GET /rest/api/3/mypermissions',
  'POST /rest/api/3/permissions/check',
  'GET /rest/api/3/field',
  'GET /rest/api/3/user',
  'DELETE /rest/api/3/user',
  'GET /rest/api/3/user/search',
  'GET /rest/api/3/issue/{issue}',
  'PUT /rest/api/3/issue/{issue}',
  'POST /rest/api/3/search/jql',
  'POST /rest/api/3/issue/bulkfetch',
  'POST /rest/api/3/changelog/bulkfetch',
  'GET /rest/api/3/issue/{issue}/comment',
  'PUT /rest/api/3/issue/{issue}/comment/{comment}',
  'POST /rest/api/3/comment/list',
  'GET /rest/api/3/issue/{issue}/worklog',
  'PUT /rest/api/3/issue/{issue}/worklog/{worklog}',
  'POST /rest/api/3/worklog/list',
  'DELETE /rest/api/3/attachment/{attachment}',
  'GET /rest/api/3/issue/{issue}/watchers',
  'DELETE /rest/api/3/issue/{issue}/watchers',
  'POST /rest/api/3/issue/properties',
  'GET /rest/api/3/task/{task}',
  'GET /rest/api/3/bulk/issues/fields',
  'POST /rest/api/3/bulk/issues/fields',
  'GET /rest/api/3/bulk/queue/{task}',
  'POST /rest/api/3/redact',
  'GET /rest/api/3/redact/status/{job}',
  'DELETE /rest/servicedeskapi/request/{issue}/participant',
  'PUT /rest/servicedeskapi/customer/user/{account}/revoke-portal-only-access',
  'GET /jsm/csm/api/v1/customer/{account}',
  'PUT /jsm/csm/api/v1/customer/{account}/details',
  'GET /jsm/csm/api/v1/customer/account/{account}',
  'PUT /jsm/csm/api/v1/customer/account/{account}',
  'DELETE /jsm/csm/api/v1/customer/account/{account}',
] as const;

/**
 * Calls Jira lets only a site administrator in person make. A server makes them with such a person's token; the Forge app works where nobody is
 * signed in, and so neither makes them nor asks for their scopes.
 */
export const personOnly = [
  'DELETE /rest/api/3/user',
  'PUT /rest/servicedeskapi/customer/user/{account}/revoke-portal-only-access',
] as const satisfies readonly Endpoint[];

/** A method and a path with its gaps in braces. */
export type Endpoint = (typeof endpoints)[number];
/** What the Forge app may call. */
export type AppEndpoint = Exclude<Endpoint, (typeof personOnly)[number]>;

/** Whether the Forge app may make a call. */
export function isForApps(endpoint: Endpoint): endpoint is AppEndpoint {
  return !personOnly.some((one) => one === endpoint);
}
