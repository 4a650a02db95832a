import { Refused, isObject, refused } from './answer.ts';
import type { Row, Values } from './rows.ts';
import { numberIn, textIn } from './rows.ts';
import { contentOf } from './shapes.ts';
import type { Tracker, Writing } from './tracker.ts';

/** How long columns are: what does not fit is cut off without a word. */
const lengths: Readonly<Record<string, number>> = {
  ...{ Name: 200, EmailAddress: 120, Organization: 200, RealName: 120, NickName: 16, Lang: 16, Gecos: 16 },
  ...{ HomePhone: 30, WorkPhone: 30, MobilePhone: 30, PagerPhone: 30, Address1: 200, Address2: 200, City: 100 },
  ...{ State: 100, Zip: 16, Country: 50, Timezone: 50, Subject: 200 },
};

/** Changes columns to what is given, each with an entry in the history; answers what RT says about it. The call as a whole never fails. */
export function changeColumns(
  tracker: Tracker,
  { of, by }: Writing,
  {
    row,
    columns,
    values,
  }: { readonly row: Row; readonly columns: readonly string[]; readonly values: Record<string, unknown> },
): string[] {
  return columns.flatMap((column) => {
    const given = values[column];
    if (typeof given !== 'string' && typeof given !== 'number') return [];
    const text = String(given)
      .replaceAll('\r\n', '\n')
      .slice(0, lengths[column] ?? Infinity);
    if (text === textIn(row, column)) return [];
    const name = of.type === 'RT::User' ? textIn(row, 'Name') : String(of.id);
    const before = `${of.type.slice(4)} ${name}: `;
    const because = whyNot(tracker, row, { type: of.type, column, text });
    if (because !== undefined) return [before + because];
    tracker.set({ of, by }, column, text);
    const quoted = (some: string): string => (some === '' ? '(no value)' : `'${some}'`);
    return [`${before}${column} changed from ${quoted(textIn(row, column))} to ${quoted(text)}`];
  });
}

function whyNot(
  tracker: Tracker,
  { id }: Row,
  { type, column, text }: { readonly type: string; readonly column: string; readonly text: string },
): string | undefined {
  if (type !== 'RT::User') return undefined;
  if (id === 1 || id === 6) return 'Can not modify system users';
  if (column === 'Name') {
    if (text === '') return 'empty name';
    const other = tracker.user(text);
    return other !== undefined && other.id !== id ? 'Name in use' : undefined;
  }
  const other = column === 'EmailAddress' ? tracker.userWithAddress(text) : undefined;
  return other !== undefined && other.id !== id ? 'Email address in use' : undefined;
}

/** Gives fields new values. Fields there are not are passed over. The old value stays, disabled. */
export function changeFields(tracker: Tracker, writing: Writing, given: unknown): string[] {
  if (!isObject(given)) return [];
  return Object.entries(given).flatMap(([name, value]) => {
    const found = tracker
      .fieldsOf(writing.of)
      .find(({ field }) => String(field.id) === name || textIn(field, 'Name').toLowerCase() === name.toLowerCase());
    if (found === undefined) return [];
    const wanted = (Array.isArray(value) ? value : [value]).map((one) => (one === null ? '' : String(one)));
    const isSingle = numberIn(found.field, 'MaxValues') === 1;
    if (isSingle && value === null && found.values.some((row) => contentOf(row) !== null))
      return removeValues(tracker, writing, found);
    if (textIn(found.field, 'Pattern').includes('Mandatory') && (wanted[0] ?? '') === '')
      return ['Invalid value for custom field'];
    return isSingle
      ? changeSingle(tracker, writing, { ...found, wanted: wanted[0] ?? '' })
      : changeSeveral(tracker, writing, { ...found, wanted });
  });
}

interface Found {
  readonly field: Row;
  readonly values: readonly Row[];
}

/** What is given as null is taken away, without a value in its place. */
function removeValues(tracker: Tracker, writing: Writing, { field, values }: Found): string[] {
  return values.map((row) => {
    tracker.rows.update('ObjectCustomFieldValues', row.id, { Disabled: 1 });
    fieldEntry(tracker, writing, { Field: String(field.id), OldReference: row.id });
    return `${contentOf(row) ?? ''} is no longer a value for custom field ${textIn(field, 'Name')}`;
  });
}

/** An emptied field gets a value that is empty: it is not gone. */
function changeSingle(
  tracker: Tracker,
  writing: Writing,
  { field, values, wanted }: Found & { readonly wanted: string },
): string[] {
  const [before] = values;
  const old = before === undefined ? undefined : contentOf(before);
  if (before !== undefined && (old ?? '') === wanted) return [];
  const after = newValue(tracker, writing, { field, text: wanted });
  if (before !== undefined) tracker.rows.update('ObjectCustomFieldValues', before.id, { Disabled: 1 });
  fieldEntry(tracker, writing, { Field: String(field.id), OldReference: before?.id ?? null, NewReference: after.id });
  const name = textIn(field, 'Name');
  if (old === undefined || old === null) return [`${name} ${wanted} added`];
  return [wanted === '' ? `${name} ${old} deleted` : `${name} ${old} changed to ${wanted}`];
}

function changeSeveral(
  tracker: Tracker,
  writing: Writing,
  { field, values, wanted }: Found & { readonly wanted: readonly string[] },
): string[] {
  const name = textIn(field, 'Name');
  const here = values.map((row) => contentOf(row) ?? '');
  const added = wanted.filter((text) => !here.includes(text) && text !== '');
  const gone = values.filter((row) => !wanted.includes(contentOf(row) ?? ''));
  for (const text of added)
    fieldEntry(tracker, writing, {
      Field: String(field.id),
      NewReference: newValue(tracker, writing, { field, text }).id,
    });
  for (const row of gone) {
    tracker.rows.update('ObjectCustomFieldValues', row.id, { Disabled: 1 });
    fieldEntry(tracker, writing, { Field: String(field.id), OldReference: row.id });
  }
  return [
    ...added.map((text) => `${text} added as a value for ${name}`),
    ...gone.map((row) => `${contentOf(row) ?? ''} is no longer a value for custom field ${name}`),
  ];
}

function newValue(
  tracker: Tracker,
  { of, by }: Writing,
  { field, text }: { readonly field: Row; readonly text: string },
): Row {
  const isLong = text.length > 255;
  return tracker.rows.insert('ObjectCustomFieldValues', {
    ...{ CustomField: field.id, ObjectType: of.type, ObjectId: of.id, SortOrder: 0, Disabled: 0 },
    ...{ Content: isLong || text === '' ? null : text, LargeContent: isLong ? text : null, ContentType: null },
    ...tracker.stamps(by),
  });
}

function fieldEntry(tracker: Tracker, { of, by }: Writing, references: Values): void {
  const values = { Type: 'CustomField', ReferenceType: 'RT::ObjectCustomFieldValue' };
  tracker.transaction(of, by, { ...values, ...references });
}

/** Makes a role of a ticket hold just these: whoever is not named is taken off. Unknown addresses become accounts, unknown numbers a failure. */
export function changeRole(
  tracker: Tracker,
  { of, by }: Writing,
  { role, people }: { readonly role: string; readonly people: unknown },
): string[] {
  const wanted = (Array.isArray(people) ? people : [people]).map((one) => accountFor(tracker, String(one), by));
  const here = tracker.members(of.id, role).map(({ id }) => id);
  const nameOf = (user: number): string => textIn(tracker.rows.get('Users', user), 'Name');
  const added = wanted.filter((user) => !here.includes(user));
  const gone = here.filter((user) => !wanted.includes(user));
  for (const user of added) tracker.join(of.id, role, { user, by });
  for (const user of gone) tracker.leave(of.id, role, { user, by });
  return [
    ...added.map((user) => `Added ${nameOf(user)} as ${role} for this ticket`),
    ...gone.map((user) => `${nameOf(user)} is no longer ${role} for this ticket`),
  ];
}

function accountFor(tracker: Tracker, which: string, by: number): number {
  const found = tracker.userWithAddress(which) ?? tracker.user(which);
  if (found !== undefined) return found.id;
  if (!which.includes('@')) throw refused(500);
  const values = { Name: which, EmailAddress: which, RealName: null, Comments: 'Autocreated when added as a watcher' };
  return tracker.rows.insert('Users', { ...values, ...tracker.stamps(by) }, tracker.principal('User')).id;
}

/** Disables an account or gives it back. */
export function setDisabled(tracker: Tracker, { of, by }: Writing, value: 0 | 1): string {
  if (tracker.rows.get('Principals', of.id).Disabled === value) return 'That is already the current value';
  tracker.rows.update('Principals', of.id, { Disabled: value });
  tracker.transaction(of, by, { Type: value === 1 ? 'Disabled' : 'Enabled' });
  return value === 1 ? 'User disabled' : 'User enabled';
}

/** A PUT on what is not there. */
export function absent(): Refused {
  return new Refused(404, { message: 'Resource does not exist; use POST to create' });
}
