import type { FaultKind } from '@lethe/core/testing';

/** An answer that replaces the real one. */
export interface FaultAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const page = '<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>';
const tooFast = { error: 'APIRateLimitExceeded', description: 'Number of allowed API requests per minute exceeded' };
const rejected = {
  error: 'RecordInvalid',
  description: 'Record validation errors',
  details: { base: [{ description: 'The record was told to be invalid' }] },
};

/** What the caller gets for a fault that is an answer. */
export const faultAnswers: Readonly<Record<Exclude<FaultKind, 'time-out' | 'lie' | 'half'>, FaultAnswer>> = {
  'too-fast': { status: 429, body: tooFast },
  'too-fast-dated': { status: 429, body: tooFast, headers: { 'Retry-After': '30' } },
  down: { status: 503, body: page },
  locked: { status: 409, body: { error: 'UpdateConflict', description: 'The record was changed meanwhile' } },
  gone: { status: 404, body: { error: 'RecordNotFound', description: 'Not found' } },
  rejected: { status: 422, body: rejected },
  'not-permitted': { status: 403, body: { error: 'Forbidden', description: 'You do not have access to this page.' } },
  'signed-out': { status: 401, body: { error: "Couldn't authenticate you" } },
  garbage: { status: 200, body: page },
};
