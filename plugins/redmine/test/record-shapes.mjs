// Asks a real Redmine and writes down the shape of its answers, and how it refuses: what the fake is compared with.
//   node plugins/redmine/test/record-shapes.mjs > plugins/redmine/test/shapes.json
// Address and key come from LETHE_REDMINE_URL and LETHE_REDMINE_KEY; Lethe's part must be installed. Makes an invented
// person and project in it, and leaves them there: not for a Redmine that people use.

const { LETHE_REDMINE_URL: address, LETHE_REDMINE_KEY: key } = process.env;
const unique = Date.now().toString(36);

async function call(method, path, body, headers = {}) {
  const isFile = body instanceof Uint8Array;
  const type = isFile ? 'application/octet-stream' : 'application/json';
  const response = await fetch(address + path, {
    method,
    headers: { 'X-Redmine-API-Key': key, ...(body === undefined ? {} : { 'Content-Type': type }), ...headers },
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json') && text.trim() !== '';
  return { status: response.status, body: isJson ? JSON.parse(text) : undefined };
}

/** Where values stand and of which kind they are, without any value: `users[].id number`. */
function shapeOf(value, at = '') {
  if (Array.isArray(value)) return value.flatMap((one) => shapeOf(one, `${at}[]`));
  if (value === null || typeof value !== 'object') return [`${at} ${value === null ? 'null' : typeof value}`];
  return Object.entries(value).flatMap(([name, one]) => shapeOf(one, at === '' ? name : `${at}.${name}`));
}

const made = async (...request) => {
  const { status, body } = await call(...request);
  if (status >= 300) throw new Error(`${request[0]} ${request[1]} gave ${status}`);
  return body;
};
const upload = async (name) =>
  (await made('POST', `/uploads.json?filename=${name}`, new TextEncoder().encode('x'))).upload.token;

const login = `shape${unique}`;
const person = { login, firstname: 'Shape', lastname: unique, mail: `${login}@mail.test`, password: 'secret-123-x' };
const user = (await made('POST', '/users.json', { user: { ...person, custom_fields: [{ id: 1, value: '555' }] } })).user
  .id;
const modules = ['issue_tracking', 'time_tracking', 'wiki', 'news', 'files'];
const named = {
  name: `Shape ${unique}`,
  identifier: `shape-${unique}`,
  description: 'd',
  enabled_module_names: modules,
};
const project = (await made('POST', '/projects.json', { project: named })).project.id;
await made('POST', `/projects/${project}/memberships.json`, { membership: { user_id: user, role_ids: [5] } });
const texts = { subject: `Shape ${unique}`, description: 'text' };
const files = [{ token: await upload('a.txt'), filename: 'a.txt', content_type: 'text/plain', description: 'd' }];
const as = { 'X-Redmine-Switch-User': login };
const issue = (
  await made('POST', '/issues.json', { issue: { project_id: project, tracker_id: 3, ...texts, uploads: files } }, as)
).issue.id;
await made('PUT', `/issues/${issue}.json`, { issue: { notes: 'note', description: 'other' } });
await made('PUT', `/issues/${issue}.json`, { issue: { notes: 'only a note' } });
await call('POST', `/issues/${issue}/watchers.json`, { user_id: user });
const spent = { issue_id: issue, hours: 1, activity_id: 9, comments: `Shape ${unique}` };
await made('POST', '/time_entries.json', { time_entry: spent });
const page = `/projects/${project}/wiki/Shape`;
await made('PUT', `${page}.json`, { wiki_page: { text: `Shape ${unique}`, comments: 'c' } });
await made('PUT', `${page}.json`, {
  wiki_page: {
    text: `Shape ${unique} 2`,
    comments: 'c',
    uploads: [{ token: await upload('w.txt'), filename: 'w.txt' }],
  },
});
await made('POST', `/projects/${project}/news.json`, {
  news: {
    title: `Shape ${unique}`,
    summary: 's',
    description: 'd',
    uploads: [{ token: await upload('n.txt'), filename: 'n.txt' }],
  },
});
const news = (await made('GET', `/projects/${project}/news.json`)).news[0].id;
await made('POST', `/projects/${project}/files.json`, { file: { token: await upload('f.txt'), filename: 'f.txt' } });
const single = await made('GET', `/issues/${issue}.json?include=journals,attachments,watchers`);
const [, lonely] = single.issue.journals;
const traces = await made('POST', '/lethe/traces.json', { person: String(user), whole_issues: true });
const cell = { table: 'issues', id: String(issue), column: 'subject' };

const asked = {
  'one account': ['GET', `/users/${user}.json?include=memberships,auth_source`],
  accounts: ['GET', '/users.json?status=1&limit=100'],
  role: ['GET', '/roles/3.json'],
  fields: ['GET', '/custom_fields.json'],
  projects: ['GET', '/projects.json?limit=100'],
  'one project': ['GET', `/projects/${project}.json`],
  files: ['GET', `/projects/${project}/files.json`],
  issues: ['GET', `/issues.json?issue_id=${issue}&status_id=*&include=attachments`],
  'one issue': ['GET', `/issues/${issue}.json?include=journals,attachments,watchers`],
  'spent time': ['GET', `/time_entries.json?issue_id=${issue}`],
  search: ['GET', `/search.json?q=${unique}&attachments=1&limit=100`],
  news: ['GET', `/news/${news}.json?include=attachments,comments`],
  'wiki pages': ['GET', `/projects/${project}/wiki/index.json`],
  'wiki page': ['GET', `${page}.json?include=attachments`],
  'wiki version': ['GET', `${page}/1.json?include=attachments`],
  'part: status': ['GET', '/lethe/status.json'],
  'part: traces': ['POST', '/lethe/traces.json', { person: String(user), whole_issues: true }],
  'part: reread': ['POST', '/lethe/reread.json', { rows: [cell, { ...cell, id: '999999999' }] }],
  'part: change': [
    'POST',
    '/lethe/change.json',
    {
      changes: [
        { ...cell, text: 'Shape' },
        { ...cell, table: 'roles', column: 'permissions', text: 'x' },
      ],
    },
  ],
};
const refused = {
  'a wrong key': ['GET', '/users/current.json', undefined, { 'X-Redmine-API-Key': 'wrong' }],
  'an account that is not there': ['GET', '/users/999999999.json'],
  'an issue that is not there': ['GET', '/issues/999999999.json'],
  'a blank first name': ['PUT', `/users/${user}.json`, { user: { firstname: '' } }],
  'a blank last name': ['PUT', `/users/${user}.json`, { user: { lastname: '' } }],
  'a blank address': ['PUT', `/users/${user}.json`, { user: { mail: '' } }],
  'a blank login': ['PUT', `/users/${user}.json`, { user: { login: '' } }],
  'a login somebody has': ['PUT', `/users/${user}.json`, { user: { login: 'admin' } }],
  'a blank subject': ['PUT', `/issues/${issue}.json`, { issue: { subject: '' } }],
  'a subject of 256 letters': ['PUT', `/issues/${issue}.json`, { issue: { subject: 'x'.repeat(256) } }],
  'a blank wiki page': ['PUT', `${page}.json`, { wiki_page: { text: '' } }],
  'a blank news title': ['PUT', `/news/${news}.json`, { news: { title: '' } }],
  'another author': ['PUT', `/issues/${issue}.json`, { issue: { author_id: 1 } }],
  'a note': ['PUT', `/journals/${lonely.id}.json`, { journal: { notes: 'other' } }],
  'part: an unknown key': ['POST', '/lethe/traces.json', { person: String(user), x: 1 }],
};

const answers = {};
for (const [name, request] of Object.entries(asked))
  answers[name] = [...new Set(shapeOf((await call(...request)).body))].sort();
const statuses = {};
for (const [name, request] of Object.entries(refused)) statuses[name] = (await call(...request)).status;
statuses['tables a person stands in'] = [...new Set(traces.traces.map(({ table }) => table))].sort();
await call('PUT', `/users/${user}.json`, { user: { status: 3 } });
console.log(JSON.stringify({ answers, statuses }, null, 2));
