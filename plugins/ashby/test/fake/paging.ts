import { Refused, invalid, isObject } from './answer.ts';
import type { Ashby } from './ashby.ts';

/** Rows of a list, and how one of them is shown. */
export interface Paged<T> {
  readonly rows: readonly T[];
  readonly shape: (row: T) => object;
}

/** A page of a list, as Ashby gives it. */
export function pageOf<T>(body: unknown, { rows, shape }: Paged<T>): object {
  const limit = isObject(body) ? (body['limit'] ?? 100) : 100;
  const cursor = isObject(body) ? (body['cursor'] ?? '0') : '0';
  if (typeof limit !== 'number' || limit < 1 || limit > 100 || typeof cursor !== 'string') throw invalid();
  const from = Number(cursor);
  if (!Number.isInteger(from)) throw invalid();
  const moreDataAvailable = from + limit < rows.length;
  return {
    results: rows.slice(from, from + limit).map(shape),
    moreDataAvailable,
    ...(moreDataAvailable ? { nextCursor: String(from + limit) } : {}),
  };
}

/** A list that can be asked for what changed since; the last page has the token for the next time. */
export function syncedPage<T extends { readonly updatedAt: string }>(
  ashby: Ashby,
  body: unknown,
  { rows, shape }: Paged<T>,
): object {
  const token = isObject(body) ? body['syncToken'] : undefined;
  const since = typeof token === 'string' ? Date.parse(token.replace('since-', '')) : -Infinity;
  const now = ashby.clock.now().getTime();
  if (typeof token === 'string' && !(now - since < ashby.behaviour.tokenLasts)) throw new Refused('sync_token_expired');
  const page = pageOf(body, { rows: rows.filter((row) => Date.parse(row.updatedAt) >= since), shape });
  return 'nextCursor' in page ? page : { ...page, syncToken: `since-${ashby.now()}` };
}
