import { Refused } from './answer.ts';
import { isLike } from './json-search.ts';
import { conditionsIn, queryIn } from './sql-words.ts';
import type { Condition, Query } from './sql-words.ts';
import { contentOf } from './shapes.ts';
import type { Row } from './rows.ts';
import { numberIn, textIn } from './rows.ts';
import type { Tracker } from './tracker.ts';

/** Tickets a query finds. Without a query: none. Merged ones and reminders are not looked for, nor are deleted ones, unless the query says so. */
export function ticketsFor(tracker: Tracker, text: string): readonly Row[] {
  if (text.trim() === '') return [];
  const query = queryIn(text);
  const conditions = conditionsIn(query);
  const names = (field: string): boolean => conditions.some((one) => one.field.toLowerCase() === field);
  const deleted = conditions.some((one) => one.field === 'Status' && one.value.toLowerCase() === 'deleted');
  return tracker.rows
    .all('Tickets')
    .filter((row) => names('effectiveid') || row.IsMerged === null)
    .filter((row) => names('type') || row.Type === 'ticket')
    .filter((row) => deleted || row.Status !== 'deleted')
    .filter((row) => matches(tracker, row, query));
}

function matches(tracker: Tracker, row: Row, query: Query): boolean {
  return isTrue(query, (condition) => meets(textsFor(tracker, row, condition), condition));
}

/** Whether a query holds, by what holds of its conditions. */
export function isTrue(query: Query, holds: (condition: Condition) => boolean): boolean {
  if ('all' in query) return query.all.every((one) => isTrue(one, holds));
  return 'any' in query ? query.any.some((one) => isTrue(one, holds)) : holds(query.condition);
}

/** Whether one of some texts meets a condition. */
export function meets(texts: readonly string[], condition: Condition): boolean {
  const { operator } = condition;
  if (operator === 'IS') return texts.length === 0;
  if (operator === 'IS NOT') return texts.length > 0;
  if (operator === '!=' || operator === '<>')
    return !texts.some((text) => compares(text, { ...condition, operator: '=' }));
  if (operator === 'NOT LIKE') return !texts.some((text) => compares(text, { ...condition, operator: 'LIKE' }));
  return texts.some((text) => compares(text, condition));
}

function compares(text: string, { operator, value }: Condition): boolean {
  switch (operator) {
    case '=':
      return text.toLowerCase() === value.toLowerCase();
    case 'LIKE':
      return isLike(text, `%${value}%`);
    case 'STARTSWITH':
      return isLike(text, `${value}%`);
    case 'ENDSWITH':
      return isLike(text, `%${value}`);
    case '>':
      return Number(text) > Number(value);
    case '<':
      return Number(text) < Number(value);
    case '>=':
      return Number(text) >= Number(value);
    default:
      return Number(text) <= Number(value);
  }
}

const columns: readonly string[] = ['id', 'EffectiveId', 'Type', 'Status', 'Subject', 'Priority', 'TimeWorked'];
const people = ['Requestor', 'Requestors', 'Cc', 'AdminCc', 'Owner', 'Watcher'];

/** What a ticket has to show for a field of a query. */
function textsFor(tracker: Tracker, row: Row, condition: Condition): readonly string[] {
  const { field, key } = condition;
  if (columns.includes(field)) return [textIn(row, field)];
  if (people.includes(field)) return membersFor(tracker, row, condition);
  switch (field) {
    case 'Queue':
      return [textIn(row, 'Queue'), textIn(tracker.rows.get('Queues', numberIn(row, 'Queue')), 'Name')];
    case 'Creator':
    case 'LastUpdatedBy':
      return namesOf(tracker, [numberIn(row, field)]);
    case 'UpdatedBy':
      return namesOf(
        tracker,
        historyOf(tracker, row).map((one) => numberIn(one, 'Creator')),
      );
    case 'Filename':
      return attachmentsOf(tracker, row).map((one) => textIn(one, 'Filename'));
    // Full text search is off as installed: nothing is found, and nothing is said.
    case 'Content':
      return [];
    case 'CF':
    case 'CustomField':
      return fieldTexts(tracker, row, key ?? '');
    case 'HasMember':
    case 'MemberOf':
    case 'RefersTo':
      return [];
    default:
      throw new Refused(400, { message: `Unknown field: ${field} at Tickets.pm line 3187.\n` });
  }
}

function namesOf(tracker: Tracker, users: readonly number[]): readonly string[] {
  return users.flatMap((user) => [String(user), textIn(tracker.rows.get('Users', user), 'Name')]);
}

const searchable = [
  ...['EmailAddress', 'Name', 'RealName', 'Nickname', 'Organization', 'Address1', 'Address2', 'City', 'State', 'Zip'],
  ...['Country', 'WorkPhone', 'HomePhone', 'MobilePhone', 'PagerPhone', 'id'],
];

/** A number asks for an account's number, another value for its address, or its name for the owner. */
function membersFor(tracker: Tracker, row: Row, { field, key, value }: Condition): readonly string[] {
  if (key !== undefined && !searchable.includes(key))
    throw new Refused(400, { message: `Invalid watcher subfield: '${key}' at Tickets.pm line 1163.\n` });
  const inRoles =
    field === 'Watcher' ? ['Requestor', 'Cc', 'AdminCc', 'Owner'] : [field.replace('Requestors', 'Requestor')];
  const users = inRoles.flatMap((role) => tracker.members(row.id, role));
  const column = key ?? (/^\d+$/.test(value) ? 'id' : field === 'Owner' ? 'Name' : 'EmailAddress');
  return users.map((user) => textIn(user, column)).filter((text) => text !== '');
}

/** The history of a ticket and of those merged into it. */
export function historyOf(tracker: Tracker, ticket: Row): readonly Row[] {
  const numbers = tracker.rows.where('Tickets', { EffectiveId: ticket.id }).map(({ id }) => id);
  return numbers
    .flatMap((ObjectId) => tracker.rows.where('Transactions', { ObjectId, ObjectType: 'RT::Ticket' }))
    .sort((one, other) => one.id - other.id);
}

/** All parts of all mails on a ticket. */
export function attachmentsOf(tracker: Tracker, ticket: Row): readonly Row[] {
  return historyOf(tracker, ticket)
    .flatMap(({ id }) => tracker.rows.where('Attachments', { TransactionId: id }))
    .sort((one, other) => one.id - other.id);
}

function fieldTexts(tracker: Tracker, row: Row, key: string): readonly string[] {
  return tracker
    .fieldsOf({ type: 'RT::Ticket', id: row.id })
    .filter(({ field }) => String(field.id) === key || textIn(field, 'Name').toLowerCase() === key.toLowerCase())
    .flatMap(({ values }) => values.map((value) => contentOf(value) ?? ''));
}
