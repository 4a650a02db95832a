import { Refused, isObject } from './answer.ts';
import type { Request, Route } from './answer.ts';
import { readingOf, resultOf } from './inside-cells.ts';
import { insideTables, ticketsOf } from './inside-tables.ts';
import { tracesOf } from './inside-traces.ts';
import type { Quest } from './inside-traces.ts';
import { mentionsOf } from './mentions.ts';
import type { Row } from './rows.ts';
import type { Tracker } from './tracker.ts';

const limits = { changes: 200, rows: 500, page: 1000, terms: 200 };

/** Lethe's part inside RT, as `native/README.md` describes it. */
export function insideRoutes(tracker: Tracker): Route[] {
  const because = (user: Row): string | undefined => {
    if (tracker.hasRight(user.id, 'SuperUser')) return 'administrator';
    return tracker.hasRight(user.id, 'LetheAnonymize') ? 'group' : undefined;
  };
  const allowed =
    (answer: (request: Request) => unknown): Route['answer'] =>
    (request) => {
      if (because(request.user) === undefined)
        throw new Refused(403, { error: 'not-permitted', message: 'the right is missing' });
      return answer(request);
    };
  const status = ({ user }: Request): unknown => ({
    ...{ lethe: '1.0.0', rt: '5.0.3', account: String(user.id), allowed: true, because: because(user), limits },
    unknown: [],
  });
  const traces = allowed(({ body }) => tracesFor(tracker, body));
  const reread = allowed(({ body }) => ({
    readings: listIn(body, 'rows', limits.rows).map((cell) => readingOf(tracker, cell)),
  }));
  const change = allowed(({ body, user }) => ({
    results: listIn(body, 'changes', limits.changes).map((one) => resultOf(tracker, one, user)),
  }));
  return [
    { method: 'GET', path: /^\/lethe\/status$/, answer: allowed(status) },
    { method: 'POST', path: /^\/lethe\/traces$/, answer: traces },
    { method: 'POST', path: /^\/lethe\/reread$/, answer: reread },
    { method: 'POST', path: /^\/lethe\/change$/, answer: change },
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

const known = ['person', 'issues', 'whole_issues', 'terms', 'phones', 'tables', 'cursor', 'limit'];

function questIn(tracker: Tracker, body: Record<string, unknown>): Quest {
  if (Object.keys(body).some((key) => !known.includes(key))) throw rejected('*');
  const terms = stringsIn(body, 'terms', limits.terms);
  const phones = stringsIn(body, 'phones', limits.terms);
  if (terms.some((term) => term.length < 3 || term.length > 200)) throw rejected('terms');
  if (phones.some((phone) => !/^\d{6,20}$/.test(phone))) throw rejected('phones');
  const person = typeof body.person === 'string' ? Number(body.person) : undefined;
  const asked = stringsIn(body, 'issues', 1000).map(Number);
  if (person === undefined && asked.length + terms.length + phones.length === 0) throw rejected('*');
  const whole = body.whole_issues === true && person !== undefined ? ticketsOf(tracker, person) : [];
  const all = new Set([...asked, ...whole]);
  const merged = tracker.rows.all('Tickets').filter((row) => all.has(Number(row.EffectiveId)));
  const tickets = new Set([...all, ...merged.map(({ id }) => id)]);
  return { person, tickets, mentions: mentionsOf(terms, phones) };
}

/** A page of a walk. */
function tracesFor(tracker: Tracker, body: unknown): unknown {
  if (!isObject(body)) throw rejected('');
  const quest = questIn(tracker, body);
  const tables = body.tables === undefined ? undefined : stringsIn(body, 'tables', 100);
  const limit = typeof body.limit === 'number' ? body.limit : limits.page;
  const all = insideTables
    .filter(({ name }) => tables === undefined || tables.includes(name))
    .flatMap((table) => tracker.rows.all(table.name).map((row) => ({ table, row })));
  const keyOf = ({ table, row }: (typeof all)[number]): string => `${table.name}:${String(row.id)}`;
  const start = typeof body.cursor === 'string' ? all.findIndex((one) => keyOf(one) === body.cursor) + 1 : 0;
  const traces: unknown[] = [];
  for (const [at, one] of all.slice(start).entries()) {
    traces.push(...tracesOf(tracker, one, quest));
    if (traces.length >= limit && start + at + 1 < all.length) return { traces, next: keyOf(one) };
  }
  return { traces, next: null };
}
