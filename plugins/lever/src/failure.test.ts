import { describe, expect, it } from '@jest/globals';
import { failureOf } from './failure.ts';

const now = new Date('2026-04-01T08:00:00Z');

describe('an answer that is no success', () => {
  it.each([
    [401, 'signed-out'],
    [403, 'not-permitted'],
    [404, 'gone'],
    [410, 'gone'],
    [409, 'locked'],
    [423, 'locked'],
    [400, 'rejected'],
    [422, 'rejected'],
    [408, 'down'],
    [500, 'down'],
    [503, 'down'],
    [0, 'down'],
    [429, 'too-fast'],
    [302, 'unreadable'],
    [418, 'unreadable'],
  ])('%i is %s, in fixed words', (status, code) => {
    const error = failureOf({ status, headers: {}, json: { message: 'Ada Quellstone' } }, 'read a contact', now);
    expect(error.code).toBe(code);
    expect(error.message).toContain('read a contact');
    expect(error.message).not.toContain('Ada');
    expect(error.retryAt).toBeUndefined();
  });

  it.each([
    ['5', new Date('2026-04-01T08:00:05Z')],
    ['Wed, 01 Apr 2026 09:00:00 GMT', new Date('2026-04-01T09:00:00Z')],
    ['Wed, 01 Apr 2020 09:00:00 GMT', now],
    ['999999999', new Date('2026-04-02T08:00:00Z')],
    ['-1', undefined],
    ['soon', undefined],
  ])('with Retry-After %s may be asked again then', (header, retryAt) => {
    for (const status of [429, 503])
      expect(failureOf({ status, headers: { 'retry-after': header }, json: {} }, 'x', now).retryAt).toEqual(retryAt);
  });
});
