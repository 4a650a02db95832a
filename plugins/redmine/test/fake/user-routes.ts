import type { Route } from './answer.ts';
import { Refused, invalid, isObject, objectIn, pageOf } from './answer.ts';
import { contains } from './like.ts';
import type { Redmine } from './redmine.ts';
import type { Row } from './rows.ts';
import { textIn } from './rows.ts';
import { singleUserShape, userShape } from './shapes.ts';

/** Accounts, roles, definitions of fields. */
export function userRoutes(redmine: Redmine): Route[] {
  const { rows } = redmine;
  const user = (id: string | undefined): Row => {
    const row = rows.find('users', Number(id));
    if (row === undefined) throw new Refused(404);
    return row;
  };
  return [
    {
      method: 'GET',
      path: /^\/users\/current\.json$/,
      answer: ({ user: self }) => ({ user: singleUserShape(redmine, self) }),
    },
    {
      method: 'GET',
      path: /^\/users\/(\d+)\.json$/,
      answer: (_, [id]) => ({ user: singleUserShape(redmine, user(id)) }),
    },
    {
      method: 'GET',
      path: /^\/users\.json$/,
      admin: true,
      answer: ({ query }) => {
        // Only active accounts unless another status is asked for, and then only those.
        const status = Number(query.get('status') ?? 1);
        const name = query.get('name') ?? '';
        const found = rows.where('users', { status }).filter((row) => name === '' || goesBy(redmine, row, name));
        if (query.get('sort') === 'admin:desc') found.sort((one, other) => Number(other.admin) - Number(one.admin));
        const { rows: page, meta } = pageOf(found, query);
        return { users: page.map((row) => userShape(redmine, row)), ...meta };
      },
    },
    {
      method: 'PUT',
      path: /^\/users\/(\d+)\.json$/,
      admin: true,
      answer: ({ body }, [id]) => {
        changeUser(redmine, user(id), objectIn(body, 'user'));
      },
    },
    {
      method: 'PUT',
      path: /^\/my\/account\.json$/,
      answer: ({ body, user: self }) => {
        const { auto_watch_on: on } = objectIn(body, 'pref');
        rows.update('users', self.id, { auto_watch: Array.isArray(on) && on.includes('issue_contributed_to') });
      },
    },
    {
      method: 'GET',
      path: /^\/roles\/(\d+)\.json$/,
      answer: (_, [id]) => {
        const { id: number, name, permissions } = rows.get('roles', Number(id));
        const sees = { issues_visibility: 'all', time_entries_visibility: 'all', users_visibility: 'all' };
        return { role: { id: number, name, assignable: true, ...sees, permissions: String(permissions).split(' ') } };
      },
    },
    {
      method: 'GET',
      path: /^\/custom_fields\.json$/,
      admin: true,
      answer: () => ({ custom_fields: rows.all('custom_fields').map(fieldShape) }),
    },
  ];
}

function fieldShape({
  id,
  name,
  customized_type,
  field_format,
  is_required,
  multiple,
  searchable,
}: Row): Record<string, unknown> {
  const rest = { regexp: '', min_length: null, max_length: null, is_required, is_filter: false, searchable, multiple };
  return { id, name, customized_type, field_format, ...rest, default_value: null, visible: true };
}

/** By login, any address, or words of the two names. */
function goesBy(redmine: Redmine, row: Row, name: string): boolean {
  if (contains(textIn(row, 'login'), name)) return true;
  const addresses = redmine.rows.where('email_addresses', { user_id: row.id }).map((one) => textIn(one, 'address'));
  if (addresses.some((address) => contains(address, name))) return true;
  const names = [textIn(row, 'firstname'), textIn(row, 'lastname')];
  return name.split(/\s+/).every((word) => names.some((one) => contains(one, word)));
}

function changeUser(redmine: Redmine, row: Row, values: Record<string, unknown>): void {
  const text = (key: string, before: string): string => (typeof values[key] === 'string' ? values[key] : before);
  const next = {
    login: text('login', textIn(row, 'login')),
    firstname: text('firstname', textIn(row, 'firstname')),
    lastname: text('lastname', textIn(row, 'lastname')),
  };
  const mail = text('mail', redmine.mail(row.id));
  const fields = Array.isArray(values.custom_fields) ? values.custom_fields.filter(isObject) : [];
  const faults = [
    ...namesAtFault(redmine, row, next),
    ...mailAtFault(redmine, row, mail),
    ...fieldsAtFault(redmine, { type: 'Principal', id: row.id }, fields),
  ];
  if (faults.length > 0) throw invalid(...faults);
  const status = typeof values.status === 'number' ? values.status : Number(row.status);
  redmine.rows.update('users', row.id, { ...next, status, updated_on: redmine.now() });
  changeMail(redmine, row.id, mail);
  for (const { field, values: fresh } of fieldsIn(redmine, fields))
    redmine.setField({ type: 'Principal', id: row.id }, field, fresh);
  if (status !== 1) endSessions(redmine, row.id);
}

function namesAtFault(redmine: Redmine, row: Row, names: Readonly<Record<string, string>>): string[] {
  const blank = Object.entries(names)
    .filter(([, text]) => text.trim() === '')
    .map(([key]) => `${key} cannot be blank`);
  const long = ['firstname', 'lastname']
    .filter((key) => (names[key] ?? '').length > 30)
    .map((key) => `${key} is too long`);
  const login = (names.login ?? '').toLowerCase();
  const taken = redmine.rows
    .all('users')
    .some((other) => other.id !== row.id && textIn(other, 'login').toLowerCase() === login);
  const odd = /^[a-z0-9_\-@.]*$/i.test(login) ? [] : ['Login is invalid'];
  return [...blank, ...long, ...odd, ...(taken ? ['Login has already been taken'] : [])];
}

function mailAtFault(redmine: Redmine, row: Row, mail: string): string[] {
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(mail)) return ['Email is invalid'];
  const addresses = redmine.rows
    .all('email_addresses')
    .filter((one) => textIn(one, 'address').toLowerCase() === mail.toLowerCase());
  return addresses.some((one) => one.user_id !== row.id || one.is_default !== true)
    ? ['Email has already been taken']
    : [];
}

/** Redmine tells the old address. */
function changeMail(redmine: Redmine, user: number, mail: string): void {
  const [row] = redmine.rows.where('email_addresses', { user_id: user, is_default: true });
  if (row === undefined || row.address === mail) return;
  redmine.outbox.push({ to: [mail, textIn(row, 'address')], text: `Your address was changed to ${mail}.` });
  redmine.rows.update('email_addresses', row.id, { address: mail });
}

function endSessions(redmine: Redmine, user: number): void {
  for (const token of redmine.rows.where('tokens', { user_id: user })) {
    if (token.action !== 'api' && token.action !== 'feeds') redmine.rows.delete('tokens', token.id);
  }
}

/** New values of fields, by field. */
export function fieldsIn(
  redmine: Redmine,
  given: readonly Record<string, unknown>[],
): { readonly field: Row; readonly values: readonly string[] }[] {
  return given.flatMap(({ id, value }) => {
    const field = redmine.rows.find('custom_fields', Number(id));
    if (field === undefined) return [];
    return [
      {
        field,
        values: (Array.isArray(value) ? value : [value]).filter((one) => one !== '' && one !== null).map(String),
      },
    ];
  });
}

/** Whose fields they are: `Issue` 3. */
export interface FieldsOf {
  readonly type: string;
  readonly id: number;
}

/** What is wrong with fields once they have these values: those not given stay as they are, and count. */
export function fieldsAtFault(
  redmine: Redmine,
  { type, id }: FieldsOf,
  given: readonly Record<string, unknown>[],
): string[] {
  const fresh = new Map(fieldsIn(redmine, given).map(({ field, values }) => [field.id, values]));
  return redmine.fieldsOf(type, id).flatMap(({ field, values }) => {
    const next = fresh.get(field.id) ?? values.map((row) => textIn(row, 'value'));
    if (field.is_required === true && next.join('').trim() === '') return [`${textIn(field, 'name')} cannot be blank`];
    const allowed = textIn(field, 'possible_values');
    return allowed !== '' && next.some((value) => !allowed.split('|').includes(value))
      ? [`${textIn(field, 'name')} is not included in the list`]
      : [];
  });
}
