import { createHash } from 'node:crypto';
import type { Route } from './answer.ts';
import { Refused, isObject } from './answer.ts';
import type { InsideTable } from './inside-tables.ts';
import { insideTables, issuesOf } from './inside-tables.ts';
import { loosely } from './like.ts';
import type { Redmine } from './redmine.ts';
import type { Row } from './rows.ts';
import { textIn } from './rows.ts';

const limits = { changes: 200, rows: 500, page: 1000, terms: 200 };

/** Lethe's part inside Redmine, as `native/README.md` describes it. */
export function insideRoutes(redmine: Redmine): Route[] {
  return [
    {
      method: 'GET',
      path: /^\/lethe\/status\.json$/,
      answer: ({ user }) => ({
        lethe: '1.0.0',
        redmine: '5.0.4',
        account: String(user.id),
        allowed: user.admin === true,
        because: 'administrator',
        limits,
        unknown: [],
      }),
    },
    { method: 'POST', path: /^\/lethe\/traces\.json$/, admin: true, answer: ({ body }) => tracesFor(redmine, body) },
    {
      method: 'POST',
      path: /^\/lethe\/reread\.json$/,
      admin: true,
      answer: ({ body }) => ({ readings: listIn(body, 'rows', limits.rows).map((cell) => readingOf(redmine, cell)) }),
    },
    {
      method: 'POST',
      path: /^\/lethe\/change\.json$/,
      admin: true,
      answer: ({ body, user }) => ({
        results: listIn(body, 'changes', limits.changes).map((change) => resultOf(redmine, change, user)),
      }),
    },
  ];
}

function rejected(at: string): Refused {
  return new Refused(422, { error: 'rejected', message: 'malformed body', at });
}

function listIn(body: unknown, key: string, most: number): Record<string, unknown>[] {
  const list = isObject(body) ? body[key] : undefined;
  if (!Array.isArray(list) || list.length < 1 || list.length > most || !list.every(isObject)) throw rejected(key);
  return list;
}

function stringsIn(body: Record<string, unknown>, key: string, most: number): string[] {
  const list = body[key] ?? [];
  if (!Array.isArray(list) || list.length > most || !list.every((one) => typeof one === 'string')) throw rejected(key);
  return list.map(String);
}

interface Quest {
  readonly person: number | undefined;
  readonly issues: ReadonlySet<number>;
  readonly terms: readonly string[];
  readonly phones: readonly RegExp[];
}

/** A page of a walk. */
function tracesFor(redmine: Redmine, body: unknown): unknown {
  if (!isObject(body)) throw rejected('');
  const known = ['person', 'issues', 'whole_issues', 'terms', 'phones', 'tables', 'cursor', 'limit'];
  if (Object.keys(body).some((key) => !known.includes(key))) throw rejected('*');
  const terms = stringsIn(body, 'terms', limits.terms);
  const phones = stringsIn(body, 'phones', limits.terms);
  if (terms.some((term) => term.length < 3 || term.length > 200)) throw rejected('terms');
  if (phones.some((phone) => !/^\d{6,20}$/.test(phone))) throw rejected('phones');
  const person = typeof body.person === 'string' ? Number(body.person) : undefined;
  const issues = [
    ...stringsIn(body, 'issues', 1000).map(Number),
    ...(body.whole_issues === true && person !== undefined ? issuesOf(redmine, person) : []),
  ];
  if (person === undefined && issues.length + terms.length + phones.length === 0) throw rejected('*');
  const quest: Quest = {
    person,
    issues: new Set(issues),
    terms: terms.map(loosely),
    phones: phones.map((phone) => new RegExp([...phone].join('[^0-9\\p{L}]{0,3}'), 'u')),
  };
  const tables = body.tables === undefined ? undefined : stringsIn(body, 'tables', 100);
  const all = insideTables
    .filter((table) => tables === undefined || tables.includes(table.name))
    .flatMap((table) =>
      redmine.rows
        .all(table.name)
        .map((row) => ({ key: `${table.name}:${String(row.id)}`, traces: tracesOf(redmine, { table, row }, quest) })),
    );
  const start = typeof body.cursor === 'string' ? all.findIndex(({ key }) => key === body.cursor) + 1 : 0;
  const limit = typeof body.limit === 'number' ? body.limit : limits.page;
  const traces: unknown[] = [];
  for (const [at, row] of all.slice(start).entries()) {
    traces.push(...row.traces);
    if (traces.length >= limit && start + at + 1 < all.length) return { traces, next: row.key };
  }
  return { traces, next: null };
}

interface TableRow {
  readonly table: InsideTable;
  readonly row: Row;
}

function tracesOf(redmine: Redmine, { table, row }: TableRow, quest: Quest): Record<string, unknown>[] {
  const issue = table.issue?.(row, redmine);
  const whys = [
    ...(quest.person === undefined ? [] : (table.whys?.(row, quest.person, redmine) ?? [])),
    ...(issue !== undefined && quest.issues.has(issue) && isListed(table, row) ? ['issue'] : []),
  ];
  const texts = table.texts.flatMap((column) => {
    const text = textIn(row, column);
    if (text === '') return [];
    const secret = table.secret?.includes(column) === true;
    const mentioned = !secret && mentions(text, quest);
    if (!mentioned && whys.length === 0) return [];
    const may = table.removable === undefined ? ['text'] : ['text', 'remove'];
    return [
      {
        column,
        text: secret ? null : text,
        why: mentioned ? [...whys, 'mention'] : whys,
        may,
        ...(secret ? { hidden: true } : {}),
      },
    ];
  });
  const whole = table.removable !== undefined && (whys.length > 0 || texts.length > 0);
  const rowTrace = {
    column: null,
    text: null,
    why: whys.length > 0 ? whys : ['mention'],
    may: ['remove'],
    ...(table.name === 'tokens' ? { hidden: true } : {}),
  };
  const common = {
    table: table.name,
    id: String(row.id),
    made: table.made === undefined ? null : row[table.made],
    links: strings(table.links?.(row, redmine) ?? {}),
    facts: strings(table.facts?.(row, redmine) ?? {}),
  };
  return [...(whole ? [rowTrace] : []), ...texts].map((trace) => ({ ...trace, ...common }));
}

/** Most changes hold numbers of things; those are no texts. */
function isListed({ name }: InsideTable, row: Row): boolean {
  return (
    name !== 'journal_details' ||
    row.property !== 'attr' ||
    ['subject', 'description'].includes(textIn(row, 'prop_key'))
  );
}

function mentions(text: string, { terms, phones }: Quest): boolean {
  const folded = loosely(text);
  return terms.some((term) => folded.includes(term)) || phones.some((phone) => phone.test(text));
}

function strings(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => [key, String(value)]),
  );
}

function cellOf(
  redmine: Redmine,
  cell: Record<string, unknown>,
): { readonly table: InsideTable; readonly row: Row | undefined } | undefined {
  const table = insideTables.find(({ name }) => name === cell.table);
  return table === undefined ? undefined : { table, row: redmine.rows.find(table.name, Number(cell.id)) };
}

function readingOf(redmine: Redmine, cell: Record<string, unknown>): Record<string, unknown> {
  const found = cellOf(redmine, cell);
  if (found?.row === undefined) return { state: 'gone' };
  const { table, row } = found;
  if (typeof cell.column !== 'string') return { state: 'here', text: null };
  const value = row[cell.column] ?? null;
  if (table.secret?.includes(cell.column) === true)
    return { state: 'here', text: null, hidden: value !== null && value !== '' };
  return { state: 'here', text: value === null ? null : String(value) };
}

function resultOf(redmine: Redmine, change: Record<string, unknown>, self: Row): Record<string, unknown> {
  const refused = { result: 'refused', because: 'not in the list' };
  const found = cellOf(redmine, change);
  if (found === undefined) return refused;
  const { table, row } = found;
  if (change.remove === true) {
    if (table.removable === undefined) return refused;
    if (row !== undefined) redmine.rows.delete(table.name, row.id);
    return { result: 'done' };
  }
  if (typeof change.column !== 'string' || !table.texts.includes(change.column)) return refused;
  return row === undefined
    ? { result: 'gone' }
    : writeText(redmine, { table, row, column: change.column, change, self });
}

interface Writing {
  readonly table: InsideTable;
  readonly row: Row;
  readonly column: string;
  readonly change: Record<string, unknown>;
  readonly self: Row;
}

function writeText(redmine: Redmine, { table, row, column, change, self }: Writing): Record<string, unknown> {
  const text = typeof change.text === 'string' ? change.text : '';
  const now = textIn(row, column);
  if (typeof change.was === 'string' && now !== text && change.was !== createHash('sha256').update(now).digest('hex'))
    return { result: 'stale' };
  const refused = { result: 'refused', because: 'not allowed' };
  if (text.trim() === '' && table.required?.includes(column) === true) return refused;
  const taken =
    table.unique === column &&
    redmine.rows
      .all(table.name)
      .some((other) => other.id !== row.id && textIn(other, column).toLowerCase() === text.toLowerCase());
  if (taken || (table.secret?.includes(column) === true && text !== '')) return refused;
  if (table.name === 'users' && column === 'status' && row.id === self.id) return refused;
  const value =
    column === 'status' ? Number(text) : column === 'last_login_on' || column === 'passwd_changed_on' ? null : text;
  redmine.rows.update(table.name, row.id, { [column]: value });
  return { result: 'done' };
}
