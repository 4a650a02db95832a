import type { Caller } from './rights.ts';

/** A request, taken apart. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Where the site answers. */
  readonly base: string;
  readonly caller: Caller;
}

/** What a route answers; a body of `undefined` is none. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Points beyond the first: what the answer holds, each of it. */
  readonly points?: number;
}

/** One endpoint. */
export interface Route {
  /** `GET /rest/api/3/issue/{issue}` */
  readonly endpoint: string;
  /** Whether it changes something; methods but GET do unless it says no. */
  readonly reads?: true;
  /** Whether it counts against the limit of the issue in its path. */
  readonly writesIssue?: true;
  answer(request: Request, params: Readonly<Record<string, string>>): Reply;
}

export function ok(body: unknown, points = 0): Reply {
  return { status: 200, body, points };
}

export const noContent: Reply = { status: 204 };
