// Asks a real Request Tracker and writes down the shape of its answers, and how it refuses: what the fake is compared with.
//   node plugins/request-tracker/test/record-shapes.mjs > plugins/request-tracker/test/shapes.json
// Address and token of a SuperUser come from LETHE_RT_URL and LETHE_RT_TOKEN; Lethe's part must be installed, and mail must come
// in through the mail gateway. Makes invented people and tickets in it, and leaves them there: not for an RT that people use.

const { LETHE_RT_URL: address, LETHE_RT_TOKEN: token } = process.env;
const unique = `shape${Date.now().toString(36)}`;

async function call(method, path, body, auth = token) {
  const response = await fetch(`${address}/REST/2.0${path}`, {
    method,
    headers: { Authorization: `token ${auth}`, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json') && text.trim() !== '';
  return { status: response.status, body: isJson ? JSON.parse(text) : undefined };
}

/** Where values stand and of which kind they are, without any value: `items[].id string`. */
function shapeOf(value, at = '') {
  if (Array.isArray(value)) return value.flatMap((one) => shapeOf(one, `${at}[]`));
  if (value === null || typeof value !== 'object') return [`${at} ${value === null ? 'null' : typeof value}`];
  return Object.entries(value).flatMap(([name, one]) => shapeOf(one, at === '' ? name : `${at}.${name}`));
}

async function mailIn(lines) {
  const form = new URLSearchParams({ SessionType: 'REST', queue: 'General', action: 'correspond' });
  form.set('message', lines.join('\n'));
  await fetch(`${address}/REST/1.0/NoAuth/mail-gateway`, { method: 'POST', body: form });
}

const encoded = encodeURIComponent;
const person = `${unique}@customer.test`;
await mailIn([
  ...[`From: Shape One <${person}>`, 'To: rt@helpdesk.test', `Cc: cc-${unique}@customer.test`, `Subject: ${unique}`],
  ...[`Message-ID: <${unique}@customer.test>`, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b1', ''],
  ...['--b1', 'Content-Type: multipart/alternative; boundary=b2', ''],
  ...['--b2', 'Content-Type: text/plain; charset=utf-8', '', `Tere päevast ${unique}`],
  ...['--b2', 'Content-Type: text/html; charset=utf-8', '', `<p>Tere ${unique}</p>`, '--b2--'],
  ...['--b1', 'Content-Type: text/plain; name=a.txt', 'Content-Disposition: attachment; filename=a.txt', ''],
  ...[`inside ${unique}`, '--b1--', ''],
]);
const found = (await call('GET', `/tickets?query=${encoded(`Subject = '${unique}'`)}&fields=id`)).body;
const ticket = found.items[0].id;
const user = (await call('GET', `/user/${person}`)).body.id;
const columns = { HomePhone: '555', Organization: 'Acme', CustomFields: { 'Employee number': 'E1' } };
await call('PUT', `/user/${user}`, columns);
await call('PUT', `/user/${user}`, { RealName: 'Shape Two', CustomFields: { 'Employee number': '' } });
await call('PUT', `/ticket/${ticket}`, { Subject: `${unique} 2`, CustomFields: { 'Callback number': '555' } });
await call('PUT', `/ticket/${ticket}`, { AdminCc: ['root'], Cc: [] });
const history = `/ticket/${ticket}/history?per_page=100`;
const entries = (await call('GET', `${history}&fields=Type,Field`)).body.items;
const entry = (type) => entries.find((one) => one.Type === type)?.id;
const parts = (await call('GET', `/ticket/${ticket}/attachments?per_page=100&fields=ContentType`)).body.items;
const part = (type) => parts.find((one) => one.ContentType === type)?.id;

const fields = 'id,Name,EmailAddress,RealName,Organization,HomePhone,Disabled,Privileged,CustomFields';
const ofTickets =
  'id,Subject,Status,Queue,Owner,Creator,Created,LastUpdated,Resolved,Type,EffectiveId,Requestor,Cc,AdminCc,CustomFields';
const ofHistory =
  'id,Type,Field,OldValue,NewValue,Data,Creator,Created,ObjectType,ObjectId,ReferenceType,OldReference,NewReference';
const ofParts =
  'id,Subject,Filename,ContentType,ContentEncoding,ContentLength,Content,Headers,MessageId,TransactionId,Creator,Created';
const cell = { table: 'Tickets', id: String(ticket), column: 'Subject' };

const asked = {
  'one account': ['GET', `/user/${user}`],
  accounts: ['POST', `/users?fields=${fields}`, [{ field: 'EmailAddress', value: person }]],
  'no accounts': ['POST', '/users', [{ field: 'EmailAddress', value: 'nobody' }]],
  'history of an account': ['GET', `/user/${user}/history?fields=${ofHistory}&fields[Creator]=id`],
  'groups of an account': ['GET', `/user/${user}/groups`],
  'one ticket': ['GET', `/ticket/${ticket}`],
  tickets: [
    'GET',
    `/tickets?query=${encoded(`id = ${ticket}`)}&fields=${ofTickets}&fields[Creator]=id&fields[Requestor]=id,EmailAddress`,
  ],
  'history of a ticket': ['GET', `${history}&fields=${ofHistory}&fields[Creator]=id`],
  'parts of mails': ['GET', `/ticket/${ticket}/attachments?per_page=100&fields=${ofParts}&fields[Creator]=id`],
  'parts found': ['POST', '/attachments?fields=TransactionId', [{ field: 'Headers', operator: 'LIKE', value: unique }]],
  'entries found': ['POST', '/transactions?fields=ObjectId', [{ field: 'OldValue', operator: 'LIKE', value: unique }]],
  'entry: Create': ['GET', `/transaction/${entry('Create')}`],
  'entry: Set': ['GET', `/transaction/${entry('Set')}`],
  'entry: EmailRecord': ['GET', `/transaction/${entry('EmailRecord')}`],
  'entry: CustomField': ['GET', `/transaction/${entry('CustomField')}`],
  'entry: AddWatcher': ['GET', `/transaction/${entry('AddWatcher')}`],
  'entry: DelWatcher': ['GET', `/transaction/${entry('DelWatcher')}`],
  'part: outermost': ['GET', `/attachment/${part('multipart/mixed')}`],
  'part: text': ['GET', `/attachment/${part('text/html')}`],
  'custom fields': [
    'POST',
    '/customfields?fields=Name,Type,MaxValues,LookupType',
    [{ field: 'id', operator: '>', value: '0' }],
  ],
  queues: ['GET', '/queues/all?fields=Name'],
  'members of a group': ['GET', '/group/4/members'],
  version: ['GET', '/rt'],
  'inside: status': ['GET', '/lethe/status'],
  'inside: traces': ['POST', '/lethe/traces', { person: String(user), whole_issues: true }],
  'inside: reread': ['POST', '/lethe/reread', { rows: [cell, { ...cell, id: '999999999' }] }],
  'inside: change': [
    'POST',
    '/lethe/change',
    {
      changes: [
        { ...cell, text: unique },
        { table: 'Scrips', id: '1', column: 'Description', text: 'x' },
      ],
    },
  ],
};
const changes = {
  'a name in use': ['PUT', `/user/${user}`, { Name: 'root' }],
  'an address in use': ['PUT', `/user/${user}`, { EmailAddress: 'root@helpdesk.test' }],
  'a blank name': ['PUT', `/user/${user}`, { Name: '' }],
  'a blank address': ['PUT', `/user/${user}`, { EmailAddress: '' }],
  'a blank subject': ['PUT', `/ticket/${ticket}`, { Subject: '' }],
  'a field emptied': ['PUT', `/ticket/${ticket}`, { CustomFields: { 'Callback number': null } }],
  'a field emptied again': ['PUT', `/ticket/${ticket}`, { CustomFields: { 'Callback number': null } }],
  'a field there is not': ['PUT', `/ticket/${ticket}`, { CustomFields: { 'No such field': 'x' } }],
  'a requestor taken off': ['PUT', `/ticket/${ticket}`, { Requestor: [] }],
  'the same again': ['PUT', `/ticket/${ticket}`, { Requestor: [] }],
  'disabled by a column': ['PUT', `/user/${user}`, { Disabled: 1 }],
  'disabled again by a column': ['PUT', `/user/${user}`, { Disabled: 1 }],
};
const refused = {
  'a wrong token': ['GET', '/rt', undefined, 'wrong'],
  'no such place': ['GET', '/nothing'],
  'an account that is not there': ['GET', '/user/999999999'],
  'a ticket that is not there': ['GET', '/ticket/999999999'],
  'an entry that is not there': ['GET', '/transaction/999999999'],
  'a part that is not there': ['GET', '/attachment/999999999'],
  'a history that is not there': ['GET', '/ticket/999999999/history'],
  'a change of a ticket that is not there': ['PUT', '/ticket/999999999', {}],
  'a change of an account that is not there': ['PUT', '/user/999999999', {}],
  'a change of an entry': ['PUT', `/transaction/${entry('Create')}`, { Data: 'x' }],
  'an entry deleted': ['DELETE', `/transaction/${entry('Create')}`],
  'a change of a part': ['PUT', `/attachment/${part('text/html')}`, { Content: '' }],
  'a part deleted': ['DELETE', `/attachment/${part('text/html')}`],
  'a list where an object is wanted': ['PUT', `/ticket/${ticket}`, []],
  'an object where a list is wanted': ['POST', '/users', {}],
  'parents in a list': ['GET', `/ticket/${ticket}/attachments?fields=Parent`],
  'a field TicketSQL does not know': ['GET', `/tickets?query=${encoded('Nonsense = 1')}`],
  'IN, which TicketSQL does not know': ['GET', `/tickets?query=${encoded('id IN (1,2)')}`],
  'a requestor by a number nobody has': ['PUT', `/ticket/${ticket}`, { Requestor: ['nobody-known'] }],
  'an account disabled twice': ['DELETE', `/user/${user}`],
  'inside: an unknown key': ['POST', '/lethe/traces', { person: String(user), x: 1 }],
};

const answers = {};
for (const [name, request] of Object.entries(asked))
  answers[name] = [...new Set(shapeOf((await call(...request)).body))].sort();
const said = {};
for (const [name, request] of Object.entries(changes)) {
  const { status, body } = await call(...request);
  said[name] = { status, lines: Array.isArray(body) ? body.length : undefined };
}
const statuses = {};
for (const [name, request] of Object.entries(refused)) statuses[name] = (await call(...request)).status;
const traces = (await call('POST', '/lethe/traces', { person: String(user), whole_issues: true })).body?.traces ?? [];
statuses['tables a person stands in'] = [...new Set(traces.map(({ table }) => table))].sort();
console.log(JSON.stringify({ answers, said, statuses }, null, 2));
