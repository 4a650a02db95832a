import type { User } from './records.ts';

/** A request, taken apart. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Whose token or session it is. */
  readonly user: User;
}

/** One endpoint: answers a body, or nothing for 204. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Without `.json`, from the start to the end. */
  readonly path: RegExp;
  /** Who may ask: team members unless said. */
  readonly allowed?: 'everybody';
  /** 200 unless said; 204 where nothing is answered. */
  readonly status?: number;
  /** Limits it counts against besides the account's. */
  readonly limit?: LimitName;
  readonly answer: (request: Request, ids: readonly string[]) => unknown;
}

/** Limits of single endpoints; `update-many` is a call that updates many tickets, `update-row` each of them. */
export type LimitName =
  | 'search-export'
  | 'update-ticket'
  | 'update-many'
  | 'update-row'
  | 'update-user'
  | 'delete-user-for-good'
  | 'delete-tickets';
