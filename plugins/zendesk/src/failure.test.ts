import { describe, expect, it } from '@jest/globals';
import { failureOf } from './failure.ts';

const now = new Date('2026-04-01T08:00:00Z');
const secret = 'ada@quill.test';

describe('an answer that is no success', () => {
  it.each([
    [400, 'rejected'],
    [401, 'signed-out'],
    [403, 'not-permitted'],
    [404, 'gone'],
    [409, 'locked'],
    [410, 'gone'],
    [415, 'rejected'],
    [422, 'rejected'],
    [423, 'locked'],
    [429, 'too-fast'],
    [500, 'down'],
    [503, 'down'],
    [0, 'down'],
    [302, 'unreadable'],
    [418, 'unreadable'],
  ])('%i means %s, and the message says what to do in fixed words', (status, code) => {
    const error = failureOf({ status, headers: {}, json: { error: secret } }, 'read a user', now);
    expect(error.code).toBe(code);
    expect(error.message).toContain('read a user');
    expect(error.message).not.toContain(secret);
  });

  it.each([
    [{ 'retry-after': '30' }, 30],
    [{ 'ratelimit-reset': '12' }, 12],
    [{ 'retry-after': 'Wed, 01 Apr 2026 08:01:00 GMT' }, 60],
    [{ 'retry-after': '-5' }, undefined],
    [{ 'retry-after': '999999999' }, 86_400],
    [{}, undefined],
  ])('%j: when to come back', (headers, seconds) => {
    const { retryAt } = failureOf({ status: 429, headers, json: undefined }, 'read a user', now);
    expect(retryAt === undefined ? undefined : (retryAt.getTime() - now.getTime()) / 1000).toBe(seconds);
  });

  it('while the account may still call, only this call has to wait', () => {
    const waits = (headers: Readonly<Record<string, string>>): string =>
      failureOf({ status: 429, headers, json: undefined }, 'redact a comment', now).waits;
    expect(waits({ 'x-rate-limit-remaining': '312' })).toBe('call');
    expect(waits({ 'x-rate-limit-remaining': '0' })).toBe('host');
    expect(waits({})).toBe('host');
  });
});
