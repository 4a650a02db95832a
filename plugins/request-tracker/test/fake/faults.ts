import type { FaultKind } from '@lethe/core/testing';

/** An answer that replaces the real one. */
export interface FaultAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly html?: boolean;
}

const page = '<!DOCTYPE html><html><body><h1>Login</h1></body></html>';

/** What the caller gets for a fault that is an answer; a proxy before RT is what slows down, RT itself never does. */
export const faultAnswers: Readonly<Record<Exclude<FaultKind, 'time-out' | 'lie' | 'half'>, FaultAnswer>> = {
  'too-fast': { status: 429, body: undefined },
  'too-fast-dated': { status: 429, body: undefined, headers: { 'Retry-After': '30' } },
  down: { status: 500, body: { message: 'Internal Server Error' } },
  locked: { status: 409, body: { message: 'Conflict' } },
  gone: { status: 404, body: { message: 'Not Found' } },
  rejected: { status: 400, body: { message: 'JSON parse error' } },
  'not-permitted': { status: 403, body: { message: 'Forbidden' } },
  'signed-out': { status: 401, body: { message: 'Unauthorized' } },
  garbage: { status: 200, body: page, html: true },
};
