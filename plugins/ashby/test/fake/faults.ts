import type { FaultKind } from '@lethe/core/testing';
import { refusal } from './answer.ts';

/** An answer that replaces the real one. */
export interface FaultAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const page = '<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>';

/** What the caller gets for a fault that is an answer. */
export const faultAnswers: Readonly<Record<Exclude<FaultKind, 'time-out' | 'lie' | 'half'>, FaultAnswer>> = {
  'too-fast': { status: 429, body: refusal('rate_limit_exceeded') },
  'too-fast-dated': { status: 429, body: refusal('rate_limit_exceeded'), headers: { 'Retry-After': '30' } },
  down: { status: 503, body: page },
  locked: { status: 409, body: refusal('conflict') },
  gone: { status: 200, body: refusal('candidate_not_found') },
  rejected: { status: 200, body: refusal('invalid_input') },
  'not-permitted': { status: 403, body: refusal('missing_endpoint_permission') },
  'signed-out': { status: 401, body: 'Unauthorized' },
  garbage: { status: 200, body: page },
};
