import type { Row } from './rows.ts';

/** An answer with a status of its own. */
export class Refused extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body?: unknown) {
    super(`status ${String(status)}`);
    this.status = status;
    this.body = body;
  }
}

/** A refusal in the words of an HTTP status, which is all that RT says as a rule. */
export function refused(status: 400 | 401 | 403 | 404 | 405 | 412 | 500): Refused {
  const words = {
    400: 'Bad Request',
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    405: 'Method Not Allowed',
    412: 'Precondition Failed',
    500: 'Internal Server Error',
  };
  return new Refused(status, { message: words[status] });
}

/** A request, taken apart. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Whose token it is. */
  readonly user: Row;
  /** Whether that account has the right SuperUser. */
  readonly isSuperUser: boolean;
}

/** One endpoint: answers a body, or nothing for 204. */
export interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** What the status of its answers is; 200 unless told. */
  readonly status?: number;
  readonly answer: (request: Request, ids: readonly string[]) => unknown;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body of a request as an object: RT refuses a list where it wants one. */
export function objectIn({ body }: Request): Record<string, unknown> {
  if (body === undefined) return {};
  if (!isObject(body)) throw new Refused(400, { message: 'JSON object must be a HASH' });
  return body;
}

/** What a list says about itself. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly meta: Readonly<Record<string, unknown>>;
}

/** One page of a list, as RT cuts it: a hundred rows at most, 20 unless told. Pages are numbered from 1. */
export function pageOf<T>(rows: readonly T[], { query, path }: Request): Page<T> {
  const number = (key: string, other: number): number => {
    const text = query.get(key) ?? '';
    return /^[1-9]\d*$/.test(text) ? Number(text) : other;
  };
  const per_page = Math.min(number('per_page', 20), 100);
  const page = number('page', 1);
  const shown = rows.slice((page - 1) * per_page, page * per_page);
  const pages = Math.ceil(rows.length / per_page);
  const to = (other: number): string => {
    const next = new URLSearchParams(query);
    next.set('page', String(other));
    return `http://127.0.0.1/REST/2.0${path}?${next.toString()}`;
  };
  const links = {
    ...(page < pages ? { next_page: to(page + 1) } : {}),
    ...(page > 1 && pages > 0 ? { prev_page: to(Math.min(page - 1, pages)) } : {}),
  };
  return { rows: shown, meta: { count: shown.length, total: rows.length, per_page, page, pages, ...links } };
}
