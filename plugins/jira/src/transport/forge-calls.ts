import type { APIResponse } from '@forge/api';
import type { AppEndpoint } from '../endpoints.ts';
import type { ForgeRequest } from './forge-api.ts';

/**
 * Every call an app may make once more, spelt out: Atlassian's linter reads the scopes an app needs from literal routes and methods, each on one line, and sees
 * no others. A test holds this list and that of the endpoints together.
 */
export const forgeCalls: Readonly<Record<AppEndpoint, (request: ForgeRequest) => Promise<APIResponse>>> = {
  'GET /rest/api/3/myself': async ({ jira, route, query, init }) =>
    jira.requestJira(route`/rest/api/3/myself?${query}`, { ...init, method: 'GET' }),
  'GET /rest/api/3/serverInfo': async ({ jira, route, query, init }) =>
    jira.requestJira(route`/rest/api/3/serverInfo?${query}`, { ...init, method: 'GET' }),
  'GET /rest/api/3/mypermissions': async ({ jira, route, query, init }) =>
    jira.requestJira(route`/rest/api/3/mypermissions?${query}`, { ...init, method: 'GET' }),
  'POST /rest/api/3/permissions/check': async ({ jira, route, query, init }) =>
    jira.requestJira(route`/rest/api/3/permissions/check?${query}`, { ...init, method: 'POST' }),
  'GET /rest/api/3/field': async ({ jira, route, query, init }) =>
    jira.requestJira(route`/rest/api/3/field?${query}`, { ...init, method: 'GET' }),
  'GET /rest/api/3/user': async ({ jira, route, query, init }) =>
    jira.requestJira(route`/rest/api/3/user?${query}`, { ...init, method: 'GET' }),
  'GET /rest/api/3/user/search': async ({ jira, route, query, init }) =>
    jira.requestJira(route`/rest/api/3/user/search?${query}`, { ...init, method: 'GET' }),
  'GET /rest/api/3/issue/{issue}': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/rest/api/3/issue/${gap('issue')}?${query}`, { ...init, method: 'GET' }),
  'PUT /rest/api/3/issue/{issue}': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/rest/api/3/issue/${gap('issue')}?${query}`, { ...init, method: 'PUT' }),
  'POST /rest/api/3/search/jql': async ({ jira, route, query, init }) =>
    jira.requestJira(route`/rest/api/3/search/jql?${query}`, { ...init, method: 'POST' }),
  'POST /rest/api/3/issue/bulkfetch': async ({ jira, route, query, init }) =>
    jira.requestJira(route`/rest/api/3/issue/bulkfetch?${query}`, { ...init, method: 'POST' }),
  'POST /rest/api/3/changelog/bulkfetch': async ({ jira, route, query, init }) =>
    jira.requestJira(route`/rest/api/3/changelog/bulkfetch?${query}`, { ...init, method: 'POST' }),
  'GET /rest/api/3/issue/{issue}/comment': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/rest/api/3/issue/${gap('issue')}/comment?${query}`, { ...init, method: 'GET' }),
  'PUT /rest/api/3/issue/{issue}/comment/{comment}': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/rest/api/3/issue/${gap('issue')}/comment/${gap('comment')}?${query}`, {
      ...init,
      method: 'PUT',
    }),
  'POST /rest/api/3/comment/list': async ({ jira, route, query, init }) =>
    jira.requestJira(route`/rest/api/3/comment/list?${query}`, { ...init, method: 'POST' }),
  'GET /rest/api/3/issue/{issue}/worklog': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/rest/api/3/issue/${gap('issue')}/worklog?${query}`, { ...init, method: 'GET' }),
  'PUT /rest/api/3/issue/{issue}/worklog/{worklog}': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/rest/api/3/issue/${gap('issue')}/worklog/${gap('worklog')}?${query}`, {
      ...init,
      method: 'PUT',
    }),
  'POST /rest/api/3/worklog/list': async ({ jira, route, query, init }) =>
    jira.requestJira(route`/rest/api/3/worklog/list?${query}`, { ...init, method: 'POST' }),
  'DELETE /rest/api/3/attachment/{attachment}': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/rest/api/3/attachment/${gap('attachment')}?${query}`, { ...init, method: 'DELETE' }),
  'GET /rest/api/3/issue/{issue}/watchers': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/rest/api/3/issue/${gap('issue')}/watchers?${query}`, { ...init, method: 'GET' }),
  'DELETE /rest/api/3/issue/{issue}/watchers': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/rest/api/3/issue/${gap('issue')}/watchers?${query}`, { ...init, method: 'DELETE' }),
  'POST /rest/api/3/issue/properties': async ({ jira, route, query, init }) =>
    jira.requestJira(route`/rest/api/3/issue/properties?${query}`, { ...init, method: 'POST' }),
  'GET /rest/api/3/task/{task}': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/rest/api/3/task/${gap('task')}?${query}`, { ...init, method: 'GET' }),
  'GET /rest/api/3/bulk/issues/fields': async ({ jira, route, query, init }) =>
    jira.requestJira(route`/rest/api/3/bulk/issues/fields?${query}`, { ...init, method: 'GET' }),
  'POST /rest/api/3/bulk/issues/fields': async ({ jira, route, query, init }) =>
    jira.requestJira(route`/rest/api/3/bulk/issues/fields?${query}`, { ...init, method: 'POST' }),
  'GET /rest/api/3/bulk/queue/{task}': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/rest/api/3/bulk/queue/${gap('task')}?${query}`, { ...init, method: 'GET' }),
  'POST /rest/api/3/redact': async ({ jira, route, query, init }) =>
    jira.requestJira(route`/rest/api/3/redact?${query}`, { ...init, method: 'POST' }),
  'GET /rest/api/3/redact/status/{job}': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/rest/api/3/redact/status/${gap('job')}?${query}`, { ...init, method: 'GET' }),
  'DELETE /rest/servicedeskapi/request/{issue}/participant': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/rest/servicedeskapi/request/${gap('issue')}/participant?${query}`, {
      ...init,
      method: 'DELETE',
    }),
  'GET /jsm/csm/api/v1/customer/{account}': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/jsm/csm/api/v1/customer/${gap('account')}?${query}`, { ...init, method: 'GET' }),
  'PUT /jsm/csm/api/v1/customer/{account}/details': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/jsm/csm/api/v1/customer/${gap('account')}/details?${query}`, { ...init, method: 'PUT' }),
  'GET /jsm/csm/api/v1/customer/account/{account}': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/jsm/csm/api/v1/customer/account/${gap('account')}?${query}`, { ...init, method: 'GET' }),
  'PUT /jsm/csm/api/v1/customer/account/{account}': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/jsm/csm/api/v1/customer/account/${gap('account')}?${query}`, { ...init, method: 'PUT' }),
  'DELETE /jsm/csm/api/v1/customer/account/{account}': async ({ jira, route, gap, query, init }) =>
    jira.requestJira(route`/jsm/csm/api/v1/customer/account/${gap('account')}?${query}`, { ...init, method: 'DELETE' }),
};
