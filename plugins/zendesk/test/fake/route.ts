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

/** Who may ask. Agents unless said. */
export type Allowed = 'agents' | 'admins' | 'everybody';

/** One endpoint: answers a body, or nothing for 204. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Without `.json`, from the start to the end. */
  readonly path: RegExp;
  readonly allowed?: Allowed;
  /** 200 unless said; 204 where nothing is answered. */
  readonly status?: number;
  /** Limits it counts against besides the account's. */
  readonly limit?: LimitName;
  readonly answer: (request: Request, ids: readonly string[]) => unknown;
}

/** Limits of single endpoints. */
export const limitNames = [
  'search-export',
  'update-ticket',
  /** A call that updates many tickets, and each of them. */
  'update-many',
  'update-row',
  'update-user',
  'delete-user-for-good',
  'delete-tickets',
  'side-conversations',
  'incremental',
] as const;
export type LimitName = (typeof limitNames)[number];
