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

/** What is wrong with new values, in Redmine's words. */
export function invalid(...errors: readonly string[]): Refused {
  return new Refused(422, { errors });
}

/** A request, taken apart. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Whose key it is. */
  readonly user: Row;
}

/** One endpoint: answers a body, or nothing for 204. */
export interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Only for administrators. */
  readonly admin?: boolean;
  readonly answer: (request: Request, ids: readonly string[]) => unknown;
}

/** A part of a request's body as an object. */
export function objectIn(body: unknown, key: string): Record<string, unknown> {
  const value = isObject(body) ? body[key] : undefined;
  if (!isObject(value)) throw new Refused(400);
  return value;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One page of a list, as Redmine cuts it: a hundred rows at most, 25 unless told. */
export function pageOf<T>(
  rows: readonly T[],
  query: URLSearchParams,
): { readonly rows: readonly T[]; readonly meta: Record<string, number> } {
  const asked = Number(query.get('limit') ?? 25);
  const limit = Math.min(Number.isInteger(asked) && asked > 0 ? asked : 25, 100);
  const offset = Math.max(0, Number(query.get('offset') ?? 0));
  return { rows: rows.slice(offset, offset + limit), meta: { total_count: rows.length, offset, limit } };
}
