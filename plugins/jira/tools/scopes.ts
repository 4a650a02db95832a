import type { AppEndpoint } from '../src/endpoints.ts';

/**
 * The scope each call needs, as Atlassian's documents and pages name them; the classic one where there is one, as Atlassian
 * recommends. `undefined`: any app may make the call. https://developer.atlassian.com/cloud/jira/platform/scopes-for-oauth-2-3LO-and-forge-apps/
 */
export const scopeOf: Readonly<Record<AppEndpoint, string | undefined>> = {
  'GET /rest/api/3/myself': 'read:jira-user',
  'GET /rest/api/3/serverInfo': undefined,
  'GET /rest/api/3/mypermissions': 'read:jira-work',
  'POST /rest/api/3/permissions/check': undefined,
  'GET /rest/api/3/field': 'read:jira-work',
  'GET /rest/api/3/user': 'read:jira-user',
  'GET /rest/api/3/user/search': 'read:jira-user',
  'GET /rest/api/3/issue/{issue}': 'read:jira-work',
  'PUT /rest/api/3/issue/{issue}': 'write:jira-work',
  'POST /rest/api/3/search/jql': 'read:jira-work',
  'POST /rest/api/3/issue/bulkfetch': 'read:jira-work',
  'POST /rest/api/3/changelog/bulkfetch': 'read:jira-work',
  'GET /rest/api/3/issue/{issue}/comment': 'read:jira-work',
  'PUT /rest/api/3/issue/{issue}/comment/{comment}': 'write:jira-work',
  'POST /rest/api/3/comment/list': 'read:jira-work',
  'GET /rest/api/3/issue/{issue}/worklog': 'read:jira-work',
  'PUT /rest/api/3/issue/{issue}/worklog/{worklog}': 'write:jira-work',
  'POST /rest/api/3/worklog/list': 'read:jira-work',
  'DELETE /rest/api/3/attachment/{attachment}': 'write:jira-work',
  'GET /rest/api/3/issue/{issue}/watchers': 'read:jira-work',
  'DELETE /rest/api/3/issue/{issue}/watchers': 'write:jira-work',
  'POST /rest/api/3/issue/properties': 'write:jira-work',
  'GET /rest/api/3/task/{task}': 'read:jira-work',
  'GET /rest/api/3/bulk/issues/fields': 'read:jira-work',
  'POST /rest/api/3/bulk/issues/fields': 'write:jira-work',
  'GET /rest/api/3/bulk/queue/{task}': 'read:jira-work',
  'POST /rest/api/3/redact': 'redact:issue:jira',
  'GET /rest/api/3/redact/status/{job}': 'redact:issue:jira',
  'DELETE /rest/servicedeskapi/request/{issue}/participant': 'write:servicedesk-request',
  'GET /jsm/csm/api/v1/customer/{account}': 'read:customer.detail:jira-service-management',
  'PUT /jsm/csm/api/v1/customer/{account}/details': 'write:customer.detail:jira-service-management',
  'GET /jsm/csm/api/v1/customer/account/{account}': 'read:customer:jira-service-management',
  'PUT /jsm/csm/api/v1/customer/account/{account}': 'write:customer:jira-service-management',
  'DELETE /jsm/csm/api/v1/customer/account/{account}': 'delete:customer:jira-service-management',
};

/** Scopes no call to Jira shows: Forge's storage, and reporting which accounts are kept. */
export const otherScopes = ['storage:app', 'report:personal-data'] as const;
