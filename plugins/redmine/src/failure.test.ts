import { describe, expect, it } from '@jest/globals';
import { failureOf, networkFailure } from './failure.ts';

const secret = 'Ada Quellstone';

function answer(status: number, more: Partial<Parameters<typeof failureOf>[0]> = {}): Parameters<typeof failureOf>[0] {
  return { status, type: 'text/html', text: `<p>${secret}</p>`, ...more };
}

describe('what an answer of Redmine means', () => {
  it.each([
    [401, 'signed-out'],
    [403, 'not-permitted'],
    [404, 'gone'],
    [410, 'gone'],
    [409, 'locked'],
    [423, 'locked'],
    [422, 'rejected'],
    [400, 'rejected'],
    [406, 'rejected'],
    [413, 'rejected'],
    [429, 'too-fast'],
    [408, 'down'],
    [500, 'down'],
    [502, 'down'],
    [503, 'down'],
    [301, 'unreadable'],
    [302, 'unreadable'],
    [418, 'unreadable'],
  ] as const)('%i is %s', (status, code) => {
    const failure = failureOf(answer(status), 'read an issue');
    expect(failure.code).toBe(code);
    expect(failure.message).toContain('read an issue');
    expect(failure.message).not.toContain(secret);
  });

  it('is locked when the part inside says that the database is busy, and says until when', () => {
    const busy = { type: 'application/json', text: '{"error":"locked","message":"busy"}', retryAfter: '2' };
    const failure = failureOf(answer(503, busy), 'change texts');
    expect(failure.code).toBe('locked');
    expect(failure.retryAt?.getTime()).toBeGreaterThan(Date.now());
  });

  it.each([
    ['seconds', '30', 30_000],
    ['a date', new Date(Date.now() + 30_000).toUTCString(), 30_000],
    ['a date that has passed', new Date(0).toUTCString(), 0],
    ['far too long', '999999999', 86_400_000],
  ])('takes Retry-After in %s', (_, retryAfter, wait) => {
    const { retryAt } = failureOf(answer(429, { retryAfter }), 'search');
    expect(Math.abs((retryAt?.getTime() ?? 0) - Date.now() - wait)).toBeLessThan(5_000);
  });

  it('knows no time where none is given, or none that can be read', () => {
    expect(failureOf(answer(429), 'search').retryAt).toBeUndefined();
    expect(failureOf(answer(429, { retryAfter: 'soon' }), 'search').retryAt).toBeUndefined();
  });
});

describe('what it means that no answer came', () => {
  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'down', 'certificate was not accepted'],
    ['CERT_HAS_EXPIRED', 'down', 'certificate was not accepted'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'down', 'certificate was not accepted'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'down', 'certificate was not accepted'],
    ['EPROTO', 'down', 'did not answer in TLS'],
    ['ECONNREFUSED', 'down', 'check the address'],
    ['ENOTFOUND', 'down', 'check the address'],
    ['ECONNABORTED', 'down', 'in time'],
    ['ERR_CANCELED', 'down', 'in time'],
    ['ETIMEDOUT', 'down', 'in time'],
    ['ECONNRESET', 'down', 'broke'],
    ['HPE_INVALID_CONSTANT', 'unreadable', 'no HTTP'],
    ['ERR_BAD_RESPONSE', 'unreadable', 'too large'],
  ] as const)('%s is %s: %s', (code, expected, words) => {
    const failure = networkFailure(Object.assign(new Error(secret), { code }), 'search');
    expect(failure.code).toBe(expected);
    expect(failure.message).toContain(words);
    expect(failure.message).not.toContain(secret);
  });

  it('looks for the reason underneath', () => {
    const cause = Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' });
    expect(networkFailure(new Error('wrapped', { cause }), 'search').message).toContain('certificate');
    expect(networkFailure('nothing', 'search').code).toBe('down');
  });
});
