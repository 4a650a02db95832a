import { describe, expect, it } from '@jest/globals';
import { failureOf, isTooFast, refusalIn } from './failure.ts';

const now = new Date('2026-04-01T08:00:00Z');
const no = (code: string) => ({ success: false, errors: [code], errorInfo: { code, message: 'said to Ada' } });
const answer = (status: number, json: unknown, headers: Readonly<Record<string, string>> = {}) => ({
  ...{ status, json, headers },
});
const call = { what: 'read a candidate' };

describe('what an answer means', () => {
  it.each([
    [200, 'candidate_not_found', 'gone'],
    [200, 'invalid_input', 'rejected'],
    [200, 'candidate_has_active_applications', 'rejected'],
    [200, 'missing_endpoint_permission', 'not-permitted'],
    [200, 'rate_limit_exceeded', 'too-fast'],
    [429, 'concurrent_limit_exceeded', 'too-fast'],
    [403, 'missing_endpoint_permission', 'not-permitted'],
    [403, 'invalid_api_key', 'signed-out'],
    [401, '', 'signed-out'],
    [404, 'endpoint', 'unreadable'],
    [409, 'conflict', 'locked'],
    [422, 'invalid_input', 'rejected'],
    [500, '', 'down'],
    [408, '', 'down'],
    [302, '', 'unreadable'],
  ])('%s with %s is %s', (status, code, means) => {
    expect(failureOf(answer(status, no(code)), call, now).code).toBe(means);
  });

  it('200 with `success: false` is a no, also with the old list of words alone or with none', () => {
    expect(refusalIn({ success: false, errors: ['invalid_input'] })).toBe('invalid_input');
    expect(refusalIn({ success: false })).toBe('');
    expect(refusalIn({ success: true, results: {} })).toBeUndefined();
    expect(refusalIn('<html>')).toBeUndefined();
    expect(isTooFast(answer(200, no('rate_limit_exceeded')))).toBe(true);
  });

  it('429 is too fast whatever stands in it', () => {
    expect(failureOf(answer(429, undefined), call, now).code).toBe('too-fast');
    expect(isTooFast(answer(429, '<html>'))).toBe(true);
  });

  it('never says what Ashby said', () => {
    expect(failureOf(answer(200, no('candidate_ada_not_found')), call, now).message).not.toMatch(/ada\b|said/i);
  });

  it.each([
    ['30', '2026-04-01T08:00:30.000Z'],
    ['Wed, 01 Apr 2026 08:01:00 GMT', '2026-04-01T08:01:00.000Z'],
    ['Wed, 01 Apr 2026 07:00:00 GMT', '2026-04-01T08:00:00.000Z'],
    ['999999999', '2026-04-02T08:00:00.000Z'],
    ['soon', undefined],
    ['-5', undefined],
  ])('waits as long as `Retry-After: %s` says, a day at most', (said, until) => {
    const { retryAt } = failureOf(answer(429, no('rate_limit_exceeded'), { 'retry-after': said }), call, now);
    expect(retryAt?.toISOString()).toBe(until);
  });
});
