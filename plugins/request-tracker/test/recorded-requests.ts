/** A request of record-shapes.mjs. */
export type Asked = readonly [method: string, path: string, body?: unknown];

/** Whom and what the requests are about. */
export const person = 'shape@customer.test';
export const user = 9;
export const ticket = 1;

/** The first entry, or part, of a kind on the ticket: an address to be put together when it is known. */
const entry = (type: string): string => `/transaction/{${type}}`;
const part = (type: string): string => `/attachment/{${type}}`;

const fields = 'id,Name,EmailAddress,RealName,Organization,HomePhone,Disabled,Privileged,CustomFields';
const ofTickets =
  'id,Subject,Status,Queue,Owner,Creator,Created,LastUpdated,Resolved,Type,EffectiveId,Requestor,Cc,AdminCc,CustomFields';
const ofHistory =
  'id,Type,Field,OldValue,NewValue,Data,Creator,Created,ObjectType,ObjectId,ReferenceType,OldReference,NewReference';
const ofParts =
  'id,Subject,Filename,ContentType,ContentEncoding,ContentLength,Content,Headers,MessageId,TransactionId,Creator,Created';

const cell = { table: 'Tickets', id: String(ticket), column: 'Subject' };

/** What is answered. */
export const asked: Readonly<Record<string, Asked>> = {
  'one account': ['GET', `/user/${user}`],
  accounts: ['POST', `/users?fields=${fields}`, [{ field: 'EmailAddress', value: person }]],
  'no accounts': ['POST', '/users', [{ field: 'EmailAddress', value: 'nobody' }]],
  'history of an account': ['GET', `/user/${user}/history?fields=${ofHistory}&fields[Creator]=id`],
  'groups of an account': ['GET', `/user/${user}/groups`],
  'one ticket': ['GET', `/ticket/${ticket}`],
  tickets: [
    'GET',
    `/tickets?query=id=${ticket}&fields=${ofTickets}&fields[Creator]=id&fields[Requestor]=id,EmailAddress`,
  ],
  'history of a ticket': ['GET', `/ticket/${ticket}/history?per_page=100&fields=${ofHistory}&fields[Creator]=id`],
  'parts of mails': ['GET', `/ticket/${ticket}/attachments?per_page=100&fields=${ofParts}&fields[Creator]=id`],
  'parts found': [
    'POST',
    '/attachments?fields=TransactionId',
    [{ field: 'Headers', operator: 'LIKE', value: 'SHAPE' }],
  ],
  'entries found': ['POST', '/transactions?fields=ObjectId', [{ field: 'OldValue', operator: 'LIKE', value: 'shape' }]],
  'entry: Create': ['GET', entry('Create')],
  'entry: Set': ['GET', entry('Set')],
  'entry: EmailRecord': ['GET', entry('EmailRecord')],
  'entry: CustomField': ['GET', entry('CustomField')],
  'entry: AddWatcher': ['GET', entry('AddWatcher')],
  'entry: DelWatcher': ['GET', entry('DelWatcher')],
  'part: outermost': ['GET', part('multipart/mixed')],
  'part: text': ['GET', part('text/html')],
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
        { ...cell, text: 'shape' },
        { table: 'Scrips', id: '1', column: 'Description', text: 'x' },
      ],
    },
  ],
};
/** What is answered with words. */
export const changes: Readonly<Record<string, Asked>> = {
  'a name in use': ['PUT', `/user/${user}`, { Name: 'root' }],
  'an address in use': ['PUT', `/user/${user}`, { EmailAddress: 'root@helpdesk.test' }],
  'a blank name': ['PUT', `/user/${user}`, { Name: '' }],
  'a blank address': ['PUT', `/user/${user}`, { EmailAddress: '' }],
  'a blank subject': ['PUT', `/ticket/${ticket}`, { Subject: '' }],
  'a field emptied': ['PUT', `/ticket/${ticket}`, { CustomFields: { 'Callback number': null } }],
  'a field there is not': ['PUT', `/ticket/${ticket}`, { CustomFields: { 'No such field': 'x' } }],
  'a requestor taken off': ['PUT', `/ticket/${ticket}`, { Requestor: [] }],
  'disabled by a column': ['PUT', `/user/${user}`, { Disabled: 1 }],
};
/** What is refused. */
export const refused: Readonly<Record<string, Asked>> = {
  'a wrong token': ['GET', '/rt'],
  'no such place': ['GET', '/nothing'],
  'an account that is not there': ['GET', '/user/999999999'],
  'a ticket that is not there': ['GET', '/ticket/999999999'],
  'an entry that is not there': ['GET', '/transaction/999999999'],
  'a part that is not there': ['GET', '/attachment/999999999'],
  'a history that is not there': ['GET', '/ticket/999999999/history'],
  'a change of a ticket that is not there': ['PUT', '/ticket/999999999', {}],
  'a change of an account that is not there': ['PUT', '/user/999999999', {}],
  'a change of an entry': ['PUT', entry('Create'), { Data: 'x' }],
  'an entry deleted': ['DELETE', entry('Create')],
  'a change of a part': ['PUT', part('text/html'), { Content: '' }],
  'a part deleted': ['DELETE', part('text/html')],
  'a list where an object is wanted': ['PUT', `/ticket/${ticket}`, []],
  'an object where a list is wanted': ['POST', '/users', {}],
  'parents in a list': ['GET', `/ticket/${ticket}/attachments?fields=Parent`],
  'a field TicketSQL does not know': ['GET', '/tickets?query=Nonsense=1'],
  'IN, which TicketSQL does not know': ['GET', '/tickets?query=id IN (1,2)'],
  'a requestor by a number nobody has': ['PUT', `/ticket/${ticket}`, { Requestor: ['nobody-known'] }],
  'inside: an unknown key': ['POST', '/lethe/traces', { person: String(user), x: 1 }],
};
