import { refused } from './answer.ts';
import type { Request } from './answer.ts';
import { inLines, textOfLob } from './encoded.ts';
import { kindOf, kinds, moments, nameOf } from './kinds.ts';
import type { Kind } from './kinds.ts';
import { numberIn, textIn } from './rows.ts';
import type { Cell, Row } from './rows.ts';
import type { Tracker } from './tracker.ts';

const base = 'http://127.0.0.1/REST/2.0';

/** A row and how it is shown. */
export interface Shown {
  readonly kind: Kind;
  readonly row: Row;
}

/** What stands for something in lists and in other records. */
export function reference({ kind, row }: Shown): Record<string, unknown> {
  const id = nameOf(kind, row);
  return { type: kind.type, id, _url: `${base}/${kind.type}/${id}` };
}

/** A record in a list, with the fields that were asked for; those there are not are empty. */
export function listed(tracker: Tracker, shown: Shown, { query }: Pick<Request, 'query'>): Record<string, unknown> {
  const item = reference(shown);
  for (const field of fieldsIn(query, 'fields'))
    item[field] = expanded(tracker, shown, { field, prefix: 'fields', query });
  return item;
}

function fieldsIn(query: URLSearchParams, parameter: string): readonly string[] {
  return (query.get(parameter) ?? '').split(',').filter((field) => field !== '');
}

interface Field {
  readonly field: string;
  readonly prefix: string;
  readonly query: URLSearchParams;
}

function expanded(tracker: Tracker, shown: Shown, at: Field): unknown {
  const { kind, row } = shown;
  const { field } = at;
  if (field === 'CustomFields') return hasFields(kind) ? customFields(tracker, shown) : '';
  if (field === 'ContentLength' && kind.type === 'attachment')
    return String(Buffer.byteLength(textOfLob(textIn(row, 'Content'), textIn(row, 'ContentEncoding')), 'utf8'));
  if (kind.type === 'ticket' && roles.includes(field))
    return tracker.members(row.id, field).map((user) => object(tracker, { kind: kinds.user, row: user }, at));
  if (kind.type === 'ticket' && field === 'CustomRoles') return {};
  if (!kind.columns.includes(field)) return '';
  if (moments.includes(field)) return moment(row[field] ?? null);
  const linked = kind.onlyAlone?.includes(field) === true ? undefined : linkOf(tracker, shown, field);
  if (linked !== undefined) return object(tracker, linked, at);
  if (field === 'id') return row.id;
  return valueIn(tracker, shown, field);
}

function object(tracker: Tracker, shown: Shown, { field, prefix, query }: Field): Record<string, unknown> {
  const item = reference(shown);
  const parameter = `${prefix}[${field}]`;
  for (const sub of fieldsIn(query, parameter))
    item[sub] = expanded(tracker, shown, { field: sub, prefix: parameter, query });
  return item;
}

const roles: readonly string[] = ['Requestor', 'Cc', 'AdminCc'];

/** What a column stands for. A list asked for the parent of something that has none fails as a whole. */
function linkOf(tracker: Tracker, { kind, row }: Shown, field: string): Shown | undefined {
  const to = kindOf(kind.links[field] ?? '');
  if (to === undefined) return undefined;
  const linked = tracker.rows.find(to.table, numberIn(row, field));
  if (linked === undefined && field === 'Parent') throw refused(500);
  return linked === undefined ? undefined : { kind: to, row: linked };
}

/** A column as text; values of fields stand where the transaction refers to. */
function valueIn(tracker: Tracker, { kind, row }: Shown, field: string): string {
  if (kind.type === 'attachment' && field === 'Content')
    return textOfLob(textIn(row, 'Content'), textIn(row, 'ContentEncoding'));
  if (kind.type === 'attachment' && field === 'Headers') return textIn(row, 'Headers').trimEnd();
  if (kind.type === 'transaction' && (field === 'OldValue' || field === 'NewValue')) {
    const referred = numberIn(row, field.replace('Value', 'Reference'));
    const value = tracker.rows.find('ObjectCustomFieldValues', referred);
    if (referred !== 0 && value !== undefined) return contentOf(value) ?? '';
  }
  return textIn(row, field);
}

/** A value of a field: long ones stand in a column of their own. An emptied one is null, not gone. */
export function contentOf(value: Row): string | null {
  const large = textIn(value, 'LargeContent');
  const text = large === '' ? textIn(value, 'Content') : large;
  return text === '' ? null : text;
}

function moment(value: Cell): string {
  return value === null ? '1970-01-01T00:00:00Z' : `${String(value).replace(' ', 'T')}Z`;
}

function hasFields({ type }: Kind): boolean {
  return ['user', 'ticket', 'queue', 'group', 'article'].includes(type);
}

function customFields(tracker: Tracker, { kind, row }: Shown): readonly unknown[] {
  const type = `RT::${kind.type.slice(0, 1).toUpperCase()}${kind.type.slice(1)}`;
  return tracker.fieldsOf({ type, id: row.id }).map(({ field, values }) => ({
    ...reference({ kind: kinds.customfield, row: field }),
    name: field.Name,
    values: values.map(contentOf),
  }));
}

/** A record by itself: what is NULL is missing, what is in another table is a reference. */
export function single(tracker: Tracker, shown: Shown): Record<string, unknown> {
  const { kind, row } = shown;
  const record: Record<string, unknown> = {};
  for (const column of kind.columns) {
    const value = row[column] ?? null;
    if (kind.type === 'transaction' && (column === 'ObjectType' || column === 'ObjectId')) continue;
    if (value === null || column === 'ContentEncoding') continue;
    const linked = numberIn(row, column) === 0 ? undefined : linkOf(tracker, shown, column);
    record[column] = linked === undefined ? plain(shown, column) : reference(linked);
  }
  if (hasFields(kind)) record.CustomFields = customFields(tracker, shown);
  if (kind.type === 'attachment') record.Content = encodedContent(row);
  record._hyperlinks = [
    { ...reference(shown), id: row.id, ref: 'self', _url: `${base}/${kind.type}/${String(row.id)}` },
  ];
  return record;
}

function plain({ row }: Shown, column: string): unknown {
  if (column === 'id') return row.id;
  if (column === 'Headers') return textIn(row, column).trimEnd();
  return moments.includes(column) ? moment(row[column] ?? null) : textIn(row, column);
}

function encodedContent(row: Row): string | null {
  if (row.Content === null) return null;
  const text = textOfLob(textIn(row, 'Content'), textIn(row, 'ContentEncoding'));
  return inLines(Buffer.from(text, 'utf8').toString('base64'));
}
