import { Refused, unprocessable } from './answer.ts';
import type { Ticket, User } from './records.ts';
import type { Request, Route } from './route.ts';
import { foundTickets, foundUsers, queryOf } from './searching.ts';
import { ticketShape, userShape } from './shapes.ts';
import type { Zendesk } from './zendesk.ts';

const hour = 3_600_000;
const exportable = ['ticket', 'user', 'organization', 'group'];

/** The two searches: by page up to a thousand results, and by cursor without an end. */
export function searchRoutes(zendesk: Zendesk): Route[] {
  return [
    {
      method: 'GET',
      path: /^\/api\/v2\/search\/export$/,
      limit: 'search-export',
      answer: (request) => exported(zendesk, request),
    },
    { method: 'GET', path: /^\/api\/v2\/search$/, answer: (request) => paged(zendesk, request) },
    {
      method: 'GET',
      path: /^\/api\/v2\/search\/count$/,
      answer: (request) => ({ count: resultsOf(zendesk, request).length }),
    },
  ];
}

function exported(zendesk: Zendesk, { path, query, user }: Request): unknown {
  const type = query.get('filter[type]') ?? '';
  const text = query.get('query');
  if (!exportable.includes(type)) throw unprocessable('invalid', 'filter[type] is required');
  if (text === null) throw unprocessable('invalid', 'query is required');
  if (queryOf(text).filters.some(({ name }) => name === 'type'))
    throw unprocessable('invalid', 'type must be given in filter[type], not in the query');
  const size = Number(query.get('page[size]') ?? 100);
  if (!Number.isInteger(size) || size < 1 || size > 1000)
    throw unprocessable('invalid', 'page[size] must be from 1 to 1000');
  const start = query.has('page[after]') ? placeIn(zendesk, query.get('page[after]') ?? '') : 0;
  const found =
    type === 'ticket' ? foundTickets(zendesk, text, user) : type === 'user' ? foundUsers(zendesk, text) : [];
  const page = found.slice(start, start + size);
  const more = start + size < found.length;
  const cursor = page.length === 0 ? null : cursorFor(zendesk, start + size);
  const next = new URLSearchParams(query);
  next.set('page[after]', cursor ?? '');
  return {
    results: page.map((one) => resultShape(zendesk, one)),
    facets: null,
    meta: { has_more: more, after_cursor: cursor, before_cursor: null },
    links: { prev: null, next: more ? `${zendesk.base}${path}?${next.toString()}` : null },
  };
}

/** A thousand results and no more. */
function paged(zendesk: Zendesk, request: Request): unknown {
  const { path, query } = request;
  const size = Math.min(Math.max(1, Number(query.get('per_page') ?? 100)), 100);
  const page = Math.max(1, Number(query.get('page') ?? 1));
  if (page * size > 1000)
    throw unprocessable('invalid', 'Invalid search: Requested response size was greater than the limits');
  const found = resultsOf(zendesk, request);
  const link = (to: number): string => {
    const next = new URLSearchParams(query);
    next.set('page', String(to));
    return `${zendesk.base}${path}?${next.toString()}`;
  };
  return {
    results: found.slice((page - 1) * size, page * size).map((one) => resultShape(zendesk, one)),
    count: found.length,
    facets: null,
    next_page: page * size < Math.min(found.length, 1000) ? link(page + 1) : null,
    previous_page: page > 1 ? link(page - 1) : null,
  };
}

function resultsOf(zendesk: Zendesk, { query, user }: Request): (Ticket | User)[] {
  const text = query.get('query');
  if (text === null || text === '') throw new Refused(400, { error: 'Parameter query is required' });
  const type = queryOf(text).filters.find(({ name }) => name === 'type')?.value;
  return [
    ...(type === 'user' ? [] : foundTickets(zendesk, text, user)),
    ...(type === 'ticket' ? [] : foundUsers(zendesk, text)),
  ];
}

function resultShape(zendesk: Zendesk, found: Ticket | User): unknown {
  return 'requester_id' in found
    ? { ...ticketShape(zendesk, found), result_type: 'ticket' }
    : { ...userShape(zendesk, found), result_type: 'user' };
}

/** A cursor lives for an hour. */
function cursorFor(zendesk: Zendesk, start: number): string {
  return Buffer.from(JSON.stringify({ start, until: zendesk.milliseconds() + hour })).toString('base64');
}

function placeIn(zendesk: Zendesk, cursor: string): number {
  const [, start, until] =
    /^\{"start":(\d+),"until":(\d+)\}$/.exec(Buffer.from(cursor, 'base64').toString('utf8')) ?? [];
  if (start === undefined || Number(until) < zendesk.milliseconds())
    throw unprocessable('invalid', 'The cursor has expired');
  return Number(start);
}
