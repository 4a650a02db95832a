import type { Key } from './records.ts';

/** A request, taken apart. */
export interface Request {
  readonly method: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly key: Key;
}

/** One endpoint: answers what stands in `data`, a page of it for lists, or nothing for 204. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the API's address, from the start to the end. */
  readonly path: RegExp;
  readonly answer: (request: Request, ids: readonly string[]) => unknown;
}
