import { docOf } from './fake/adf.ts';
import { digestOf } from './fake/redacting.ts';
import { at, withJira } from './fake/opened.ts';
import type { Opened } from './fake/opened.ts';
import { routesOf } from './fake/routes.ts';
import type { Exchange } from './fake/server.ts';

/** All calls of the journey with their answers, and endpoints of the fake nobody asked. */
export interface Travelled {
  readonly exchanges: readonly Exchange[];
  readonly unvisited: readonly string[];
}

/** Asks every endpoint of the fake at least once, as its description says, and some so that they refuse. */
export async function travelled(): Promise<Travelled> {
  const exchanges: Exchange[] = [];
  const watch = (exchange: Exchange): unknown => exchanges.push(exchange);
  let unvisited: readonly string[] = [];
  await withJira(
    async (opened) => {
      const scene = sceneIn(opened);
      await read(opened, scene);
      await readOthers(opened, scene);
      await write(opened, scene);
      await later(opened, scene);
      await accounts(opened, scene);
      await refused(opened, scene);
      const made = exchanges.map(({ method, url }) => ({ method, path: url.split('?')[0] ?? '' }));
      unvisited = routesOf(opened.fake.state)
        .filter((route) => !made.some(({ method, path }) => method === route.method && route.pattern.test(path)))
        .map(({ endpoint }) => endpoint);
    },
    { opening: { watch }, site: { guardPremium: true } },
  );
  return { exchanges, unvisited };
}

interface Scene {
  readonly ada: string;
  readonly bo: string;
  readonly issue: number;
  readonly comment: number;
  readonly worklog: number;
  readonly file: number;
}

function sceneIn({ seed }: Opened): Scene {
  const ada = seed.user({ name: 'Ada King', email: 'ada@lovelace.test', details: { Phone: ['01 23'] } });
  const bo = seed.user({
    name: 'Bo Lund',
    email: 'bo@helpdesk.test',
    accountType: 'atlassian',
    groups: ['jira-servicemanagement-users'],
  });
  seed.field('Helpers', { kind: 'users' });
  seed.field('Helper', { kind: 'user' });
  seed.field('Notes', { kind: 'paragraph' });
  const issue = seed.issue({
    ...{
      summary: 'Broken printer',
      description: 'It is broken',
      environment: 'Cellar',
      reporter: ada,
      channel: 'email',
    },
    ...{ participants: [ada, bo], approvers: [bo], watchers: [bo], assignee: bo, organizations: ['Lovelace Ltd'] },
    ...{ feedback: { rating: 4, comment: 'Well done' }, status: 'Resolved', resolution: 'Done' },
    fields: { Helpers: [bo], Helper: bo, Notes: 'Some notes', Contact: 'Ada', 'Request Type': 'Get help' },
  });
  const comment = seed.comment(issue, { by: ada, body: 'Hello' });
  seed.comment(issue, {
    by: bo,
    body: 'A note',
    internal: true,
    visibility: { type: 'role', value: 'Administrators' },
  });
  const worklog = seed.worklog(issue, { by: bo, comment: 'Rang Ada' });
  seed.history(issue, { by: bo, items: [{ fromString: 'Ada’s printer', toString: 'Broken printer' }] });
  return {
    ada,
    bo,
    issue,
    comment,
    worklog,
    file: seed.attachment(issue, { by: ada, name: 'ada.txt', inside: 'Ada' }),
  };
}

const api = '/rest/api/3';

async function read({ ask }: Opened, { issue, ada, comment, worklog }: Scene): Promise<void> {
  for (const path of [
    'myself',
    'serverInfo',
    'field',
    `issue/${issue}`,
    `issue/${issue}?fields=summary,comment&properties=a&expand=changelog`,
  ])
    await ask('GET', `${api}/${path}`);
  await ask('GET', `${api}/issue/${issue}/comment?startAt=0&maxResults=100&orderBy=created&expand=properties`);
  await ask('GET', `${api}/issue/${issue}/worklog?startAt=0&maxResults=5000`);
  await ask('GET', `${api}/issue/${issue}/watchers`);
  const properties = ['request.channel.type', 'anonymize-user'];
  const body = {
    jql: `reporter = "${ada}" ORDER BY id`,
    fields: ['*all'],
    properties,
    expand: 'changelog',
    maxResults: 100,
    reconcileIssues: [issue],
  };
  await ask('POST', `${api}/search/jql`, { body });
  await ask('POST', `${api}/search/jql`, { body: { jql: `reporter = "${ada}"` } });
  await ask('POST', `${api}/issue/bulkfetch`, {
    body: { issueIdsOrKeys: [String(issue), '99'], fields: ['*all'], properties, expand: ['changelog'] },
  });
  await ask('POST', `${api}/comment/list?expand=properties`, { body: { ids: [comment, 99] } });
  await ask('POST', `${api}/worklog/list`, { body: { ids: [worklog] } });
  await ask('POST', `${api}/changelog/bulkfetch`, {
    body: { issueIdsOrKeys: [String(issue)], fieldIds: ['summary'], maxResults: 10 },
  });
}

async function readOthers({ ask, fake }: Opened, { issue, ada, bo }: Scene): Promise<void> {
  for (const one of [ada, bo])
    await ask('GET', `${api}/user?accountId=${encodeURIComponent(one)}&expand=groups,applicationRoles`);
  await ask('GET', `${api}/user/search?query=ada&startAt=0&maxResults=50`);
  await ask('GET', `${api}/user/search?accountId=${encodeURIComponent(bo)}`);
  const key = encodeURIComponent(fake.state.site.appPermission);
  await ask('GET', `${api}/mypermissions?permissions=${key},EDIT_ISSUES&issueKey=HELP-1`, { as: bo });
  const permissions = ['EDIT_ISSUES', 'EDIT_ALL_COMMENTS'];
  const body = {
    globalPermissions: ['ADMINISTER', 'BULK_CHANGE'],
    projectPermissions: [{ permissions, issues: [issue], projects: [10_001] }],
  };
  await ask('POST', `${api}/permissions/check`, { body });
  await ask('GET', '/rest/servicedeskapi/servicedesk/1/customer?query=ada&start=0&limit=50', { headers: optedIn });
  await ask('GET', `${api}/bulk/issues/fields?issueIdsOrKeys=${issue}&searchText=not`);
}

const optedIn = { 'X-ExperimentalApi': 'opt-in' };

async function write({ ask, seed }: Opened, { issue, bo, comment, worklog, file }: Scene): Promise<void> {
  const historyMetadata = { type: 'lethe:erasure', description: 'Personal data was erased.' };
  const body = {
    fields: { summary: 'Anonymized request', description: null, environment: docOf('x'), [seed.field('Helper')]: null },
    update: { comment: [{ edit: { id: String(comment), body: docOf('[removed]') } }] },
    properties: [{ key: 'anonymize-user', value: { erasureId: 'run-1' } }],
    historyMetadata,
  };
  await ask(
    'PUT',
    `${api}/issue/${issue}?notifyUsers=false&overrideScreenSecurity=true&overrideEditableFlag=true&returnIssue=false`,
    { body },
  );
  await ask('PUT', `${api}/issue/${issue}?returnIssue=true`, { body: { fields: { summary: 'Anonymized' } } });
  await ask('PUT', `${api}/issue/${issue}/comment/${comment}?notifyUsers=false&expand=properties`, {
    body: { body: docOf('[removed again]') },
  });
  await ask('PUT', `${api}/issue/${issue}/worklog/${worklog}?notifyUsers=false&adjustEstimate=leave`, {
    body: { comment: docOf('') },
  });
  const spare = seed.comment(issue, { by: bo, body: 'Spare' });
  await ask('DELETE', `${api}/issue/${issue}/comment/${spare}`);
  await ask('DELETE', `${api}/attachment/${file}`);
  await ask('DELETE', `${api}/issue/${issue}/watchers?accountId=${encodeURIComponent(bo)}`);
  await ask('DELETE', `/rest/servicedeskapi/request/${issue}/participant`, { body: { accountIds: [bo] } });
}

async function later({ ask, later: wait, seed }: Opened, { issue, ada }: Scene): Promise<void> {
  const participants = seed.field('Request participants');
  const notes = seed.field('Notes');
  const body = {
    selectedIssueIdsOrKeys: [String(issue), '99'],
    selectedActions: ['summary', notes, participants, seed.field('Helper')],
    editedFieldsInput: {
      singleLineTextFields: [{ fieldId: 'summary', text: 'Anonymized in bulk' }],
      richTextFields: [{ fieldId: notes, richText: {} }],
      multipleSelectClearableUserPickerFields: [{ fieldId: participants, users: [{ accountId: ada }] }],
      singleSelectClearableUserPickerFields: [{ fieldId: seed.field('Helper'), user: { accountId: ada } }],
    },
    sendBulkNotification: false,
  };
  const task = await ask('POST', `${api}/bulk/issues/fields`, { body });
  const marked = await ask('POST', `${api}/issue/properties`, {
    body: { entitiesIds: [issue], properties: { 'anonymize-user': { erasureId: 'run-1' } } },
  });
  const externalId = '2f8bd5a1-1c65-4d4b-9c8f-0d2f1fd4c0a1';
  const redactionPosition = { from: 0, to: 4, expectedText: digestOf('Anon') };
  const contentItem = { id: String(issue), entityType: 'issuefieldvalue', entityId: 'summary' };
  const job = await ask('POST', `${api}/redact`, {
    body: { redactions: [{ externalId, reason: 'Erasure', contentItem, redactionPosition }] },
  });
  for (const seconds of [0, 0.5, 1]) {
    await wait(seconds);
    await ask('GET', `${api}/bulk/queue/${String(at(task.json, 'taskId'))}`);
    await ask('GET', new URL(marked.headers.get('location') ?? '').pathname);
    await ask('GET', `${api}/redact/status/${String(job.json)}`);
  }
}

async function accounts({ ask, seed }: Opened, { ada }: Scene): Promise<void> {
  const account = encodeURIComponent(ada);
  const customers = '/jsm/csm/api/v1/customer';
  const headers = optedIn;
  await ask('GET', `${customers}/account/${account}`, { headers });
  await ask('PUT', `${customers}/account/${account}`, { headers, body: { displayName: 'Anonymized' } });
  await ask('GET', `${customers}/${account}`, { headers });
  await ask('PUT', `${customers}/${account}/details?fieldName=Phone`, { headers, body: { values: [] } });
  await ask('PUT', `/rest/servicedeskapi/customer/user/${account}/revoke-portal-only-access`, { as: seed.admin });
  await ask('DELETE', `${customers}/account/${account}`, { headers });
  await ask('GET', `${api}/user?accountId=${account}`);
  const una = seed.user({ name: 'Una Berg', email: 'una@berg.test' });
  await ask('DELETE', `${api}/user?accountId=${encodeURIComponent(una)}`, { as: seed.admin });
}

async function refused({ ask }: Opened, { ada, bo, issue }: Scene): Promise<void> {
  await ask('GET', `${api}/issue/NONE-1`);
  await ask('GET', `${api}/myself`, { authorization: '' });
  await ask('DELETE', `${api}/attachment/99`);
  await ask('PUT', `${api}/issue/${issue}`, { body: { fields: { summary: '' } } });
  await ask('DELETE', `/rest/servicedeskapi/request/99/participant`, { body: { accountIds: [bo] } });
  await ask('GET', `/jsm/csm/api/v1/customer/account/${encodeURIComponent(ada)}`, { headers: optedIn });
  await ask('DELETE', `${api}/user?accountId=${encodeURIComponent(ada)}`, { as: bo });
}
