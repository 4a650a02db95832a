import { Refused } from './answer.ts';
import type { Zendesk } from './zendesk.ts';

/** Which page of which list is asked for. */
export interface Asked {
  readonly zendesk: Zendesk;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** One page of a list in Zendesk's two ways: by cursor where `page[size]` is asked for, else by number of page. Rows come in order of their ids. */
export function pageOf<T extends { readonly id: number }>(
  rows: readonly T[],
  asked: Asked,
): { readonly rows: readonly T[]; readonly meta: Readonly<Record<string, unknown>> } {
  return [...asked.query.keys()].some((key) => key.startsWith('page['))
    ? cursorPage(rows, asked)
    : offsetPage(rows, asked);
}

/** The most rows a page of a list may have. */
const most = 100;

function cursorPage<T extends { readonly id: number }>(
  rows: readonly T[],
  { zendesk, path, query }: Asked,
): ReturnType<typeof pageOf<T>> {
  const size = sizeIn(query.get('page[size]') ?? '100', most);
  const descending = (query.get('sort') ?? '').startsWith('-');
  const sorted = descending ? [...rows].reverse() : [...rows];
  const after = query.get('page[after]');
  const start = after === null ? 0 : placeAfter(sorted, numberIn(after), descending);
  const page = sorted.slice(start, start + size);
  const more = start + size < sorted.length;
  const cursor = (row: T | undefined): string | null => (row === undefined ? null : cursorOf(row.id));
  const next = new URLSearchParams(query);
  next.set('page[after]', cursor(page.at(-1)) ?? '');
  return {
    rows: page,
    meta: {
      meta: { has_more: more, after_cursor: cursor(page.at(-1)), before_cursor: cursor(page[0]) },
      links: { prev: null, next: more ? `${zendesk.base}${path}?${next.toString()}` : null },
    },
  };
}

/** The first place behind a cursor, which stays right when rows are added or taken away. */
function placeAfter(rows: readonly { readonly id: number }[], after: number, descending: boolean): number {
  const at = rows.findIndex(({ id }) => (descending ? id < after : id > after));
  return at < 0 ? rows.length : at;
}

function offsetPage<T>(
  rows: readonly T[],
  { zendesk, path, query }: Asked,
): { readonly rows: readonly T[]; readonly meta: Readonly<Record<string, unknown>> } {
  const size = Math.min(sizeIn(query.get('per_page') ?? '100', Infinity), most);
  const number = Math.max(1, Number(query.get('page') ?? 1));
  if (!Number.isInteger(number) || (number - 1) * size >= 10_000)
    throw new Refused(400, { error: 'InvalidPaginationDepth', description: 'Limited to 10000 records' });
  const link = (page: number): string => {
    const to = new URLSearchParams(query);
    to.set('page', String(page));
    return `${zendesk.base}${path}?${to.toString()}`;
  };
  return {
    rows: rows.slice((number - 1) * size, number * size),
    meta: {
      count: rows.length,
      next_page: number * size < rows.length ? link(number + 1) : null,
      previous_page: number > 1 ? link(number - 1) : null,
    },
  };
}

function sizeIn(text: string, limit: number): number {
  const size = Number(text);
  if (Number.isInteger(size) && size > 0 && size <= limit) return size;
  const title = `page[size] must be a number from 1 to ${String(limit)}`;
  throw new Refused(400, { errors: [{ code: 'InvalidPaginationParameter', title }] });
}

/** A number as an opaque cursor. */
export function cursorOf(id: number): string {
  return Buffer.from(JSON.stringify({ after: id })).toString('base64');
}

/** The number in a cursor. */
export function numberIn(cursor: string): number {
  const [, id] = /^\{"after":(\d+)\}$/.exec(Buffer.from(cursor, 'base64').toString('utf8')) ?? [];
  if (id === undefined)
    throw new Refused(400, { errors: [{ code: 'InvalidPaginationParameter', title: 'page[after] is invalid' }] });
  return Number(id);
}
