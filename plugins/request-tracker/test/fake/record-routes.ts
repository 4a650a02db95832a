import { Refused, pageOf, refused } from './answer.ts';
import type { Request, Route } from './answer.ts';
import { searched, sorted } from './json-search.ts';
import { kindOf, kinds } from './kinds.ts';
import type { Kind } from './kinds.ts';
import type { Row } from './rows.ts';
import { numberIn, textIn } from './rows.ts';
import { listed, reference, single } from './shapes.ts';
import type { Shown } from './shapes.ts';
import { attachmentsOf, historyOf } from './ticket-sql.ts';
import { transactionsFor } from './transaction-sql.ts';
import { fixed } from './tracker.ts';
import type { Tracker } from './tracker.ts';

/** A page of a list, with the fields that were asked for. */
export function list(
  tracker: Tracker,
  kind: Kind,
  { rows, request }: { readonly rows: readonly Row[]; readonly request: Request },
): unknown {
  const { rows: page, meta } = pageOf(request.isSuperUser ? rows : [], request);
  // Without the right to see everything RT does not say how many there are.
  const total = request.isSuperUser ? meta.total : null;
  return { ...meta, total, items: page.map((row) => listed(tracker, { kind, row }, request)) };
}

/** Searches as JSON: by GET in the address, by POST in the body. Histories and parts of mails: shown, never changed. */
export function recordRoutes(tracker: Tracker): Route[] {
  const search = (request: Request, [name = '']: readonly string[]): unknown => {
    const kind = kindOf(name.slice(0, -1));
    if (kind === undefined) throw refused(404);
    const all = sorted(tracker.rows.all(kind.table), kind, request).filter((row) =>
      isEnabled(tracker, { kind, row }, request),
    );
    const sql = kind.type === 'transaction' ? sqlIn(request) : undefined;
    const rows = sql === undefined ? searched(all, kind, request) : transactionsFor(tracker, sql, request.user);
    return list(tracker, kind, { rows, request });
  };
  const path = /^\/(users|transactions|attachments|customfields|queues|groups|articles)\/?$/;
  return [
    { method: 'GET', path, answer: search },
    { method: 'POST', path, answer: search },
    {
      method: 'GET',
      path: /^\/queues\/all\/?$/,
      answer: (request) =>
        list(tracker, kinds.queue, {
          rows: sorted(tracker.rows.where('Queues', { Disabled: 0 }), kinds.queue, request),
          request,
        }),
    },
    {
      method: 'GET',
      path: /^\/(ticket|user)\/(\d+)\/history\/?$/,
      answer: (request, ids) => list(tracker, kinds.transaction, { rows: historyFor(tracker, ids), request }),
    },
    {
      method: 'GET',
      path: /^\/(ticket|transaction)\/(\d+)\/attachments\/?$/,
      answer: (request, ids) => list(tracker, kinds.attachment, { rows: attachmentsFor(tracker, ids), request }),
    },
    {
      method: 'GET',
      path: /^\/(transaction|attachment|customfield|queue|group|article)\/(\d+)\/?$/,
      answer: one(tracker),
    },
    {
      method: 'GET',
      path: /^\/rt$/,
      answer: ({ isSuperUser }) => ({ Version: '5.0.3+dfsg-3~deb12u6', ...(isSuperUser ? { Plugins: [] } : {}) }),
    },
    {
      method: 'GET',
      path: /^\/group\/(\d+)\/members\/?$/,
      answer: (request, [id]) => members(tracker, Number(id), request),
    },
  ];
}

/** A query that is no JSON. */
function sqlIn({ query }: Request): string | undefined {
  const text = query.get('query') ?? '';
  return text === '' || text.trimStart().startsWith('[') ? undefined : text;
}

/** Disabled people, queues and fields are missing from lists unless they are asked for. */
function isEnabled(tracker: Tracker, { kind, row }: Shown, { query }: Request): boolean {
  if (query.get('find_disabled_rows') === '1') return true;
  return kind.type === 'user' ? !tracker.isDisabled(row.id) : row.Disabled !== 1;
}

/** A history that is not there is empty. */
function historyFor(tracker: Tracker, [type = '', id = '']: readonly string[]): readonly Row[] {
  if (type === 'user') return tracker.rows.where('Transactions', { ObjectId: Number(id), ObjectType: 'RT::User' });
  const ticket = tracker.rows.find('Tickets', Number(id));
  return ticket === undefined ? [] : historyOf(tracker, ticket);
}

function attachmentsFor(tracker: Tracker, [type, id]: readonly string[]): readonly Row[] {
  if (type === 'transaction') return tracker.rows.where('Attachments', { TransactionId: Number(id) });
  const ticket = tracker.rows.find('Tickets', Number(id));
  return ticket === undefined ? [] : attachmentsOf(tracker, ticket);
}

/** A transaction or attachment that is not there makes RT fail, everything else is not found. */
function one(tracker: Tracker): Route['answer'] {
  return ({ isSuperUser }, [type = '', id = '']) => {
    const kind = kindOf(type);
    const row = kind === undefined ? undefined : tracker.rows.find(kind.table, Number(id));
    if (kind === undefined || row === undefined) throw refused(/^(?:transaction|attachment)$/.test(type) ? 500 : 404);
    if (!isSuperUser) throw refused(403);
    return withMore(tracker, kind, row);
  };
}

function withMore(tracker: Tracker, kind: Kind, row: Row): unknown {
  const record = single(tracker, { kind, row });
  if (kind.type === 'transaction') return withObject(tracker, row, record);
  if (kind.type !== 'group') return record;
  const people = membersOf(tracker, row.id).map((user) => reference({ kind: kinds.user, row: user }));
  return { ...record, Members: people, Disabled: String(tracker.rows.get('Principals', row.id).Disabled) };
}

function withObject(tracker: Tracker, row: Row, record: Record<string, unknown>): unknown {
  const kind = kindOf(textIn(row, 'ObjectType').slice(4).toLowerCase());
  const object = kind === undefined ? undefined : tracker.rows.find(kind.table, numberIn(row, 'ObjectId'));
  const to = (type: string, id: string): unknown => ({ type, id, _url: `http://127.0.0.1/REST/2.0/${type}/${id}` });
  const member = row.Type === 'AddWatcher' ? 'NewValue' : row.Type === 'DelWatcher' ? 'OldValue' : undefined;
  return {
    ...record,
    ...(kind === undefined || object === undefined ? {} : { Object: reference({ kind, row: object }) }),
    ...(member === undefined ? {} : { [member]: to('principal', textIn(row, member)) }),
    ...(row.Type === 'CustomField' ? { Field: to('customfield', textIn(row, 'Field')) } : {}),
    ...Object.fromEntries(
      ['OldReference', 'NewReference']
        .filter((column) => numberIn(row, column) !== 0)
        .map((column) => [column, to('objectcustomfieldvalue', textIn(row, column))]),
    ),
  };
}

function membersOf({ rows }: Tracker, group: number): readonly Row[] {
  return rows
    .where('GroupMembers', { GroupId: group })
    .flatMap((row) => rows.find('Users', numberIn(row, 'MemberId')) ?? []);
}

/** Here people go by their numbers. */
function members(tracker: Tracker, group: number, request: Request): unknown {
  if (tracker.rows.find('Groups', group) === undefined && group !== fixed.privileged) throw new Refused(404, {});
  const { rows, meta } = pageOf(membersOf(tracker, group), request);
  const { count, total, per_page, page } = meta;
  const items = rows.map(({ id }) => ({ type: 'user', id, _url: `http://127.0.0.1/REST/2.0/user/${String(id)}` }));
  return { count, total, per_page, page, items };
}
