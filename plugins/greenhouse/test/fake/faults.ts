import type { FaultKind } from '@lethe/core/testing';

/** An answer that replaces the real one. */
export interface FaultAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const page = '<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>';

function refusal(code: string): unknown {
  return { message: 'The invented Greenhouse was told to fail.', errors: [{ message: code, field: null }] };
}

/** What the caller gets for a fault that is an answer. */
export const faultAnswers: Readonly<Record<Exclude<FaultKind, 'time-out' | 'lie' | 'half'>, FaultAnswer>> = {
  'too-fast': { status: 429, body: refusal('TooManyRequests') },
  'too-fast-dated': { status: 429, body: refusal('TooManyRequests'), headers: { 'Retry-After': '30' } },
  down: { status: 503, body: page },
  locked: { status: 409, body: refusal('Conflict') },
  gone: { status: 404, body: refusal('ResourceNotFound') },
  rejected: { status: 422, body: refusal('Unprocessable') },
  'not-permitted': { status: 403, body: refusal('Forbidden') },
  'signed-out': { status: 401, body: refusal('Unauthorized') },
  garbage: { status: 200, body: page },
};
