import type { FaultKind } from '@lethe/core/testing';

/** An answer that replaces the real one. */
export interface FaultAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly html?: boolean;
}

const page = '<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>';

/** What the caller gets for a fault that is an answer. */
export const faultAnswers: Readonly<Record<Exclude<FaultKind, 'time-out' | 'lie' | 'half'>, FaultAnswer>> = {
  'too-fast': { status: 429, body: undefined },
  'too-fast-dated': { status: 429, body: undefined, headers: { 'Retry-After': '30' } },
  down: { status: 500, body: page, html: true },
  locked: { status: 409, body: undefined },
  gone: { status: 404, body: undefined },
  rejected: { status: 422, body: { errors: ['Subject is not valid'] } },
  'not-permitted': { status: 403, body: undefined },
  'signed-out': { status: 401, body: undefined },
  garbage: { status: 200, body: page, html: true },
};
