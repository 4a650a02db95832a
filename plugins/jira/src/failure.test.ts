import { describe, expect, it } from '@jest/globals';
import { failureOf } from './failure.ts';

const now = new Date('2026-04-01T08:20:00Z');
const secret = 'ada@quill.test';

describe('an answer that is no success', () => {
  it.each([
    [400, 'rejected'],
    [401, 'signed-out'],
    [403, 'not-permitted'],
    [404, 'gone'],
    [405, 'unreadable'],
    [409, 'locked'],
    [410, 'gone'],
    [413, 'rejected'],
    [422, 'rejected'],
    [423, 'locked'],
    [429, 'too-fast'],
    [500, 'down'],
    [503, 'down'],
    [0, 'down'],
    [302, 'unreadable'],
    [418, 'unreadable'],
  ])('%i means %s, and the message says what to do in fixed words', (status, code) => {
    const error = failureOf({ status, headers: {}, json: { errorMessages: [secret] } }, 'change an issue', now);
    expect(error.code).toBe(code);
    expect(error.message).toContain('change an issue');
    expect(error.message).not.toContain(secret);
  });

  it.each([
    [{ 'retry-after': '30' }, 30],
    [{ 'x-ratelimit-reset': '2026-04-01T08:21:00Z' }, 60],
    [{ 'retry-after': '5', 'x-ratelimit-reset': '2026-04-01T09:00:00Z' }, 5],
    [{ 'retry-after': 'Wed, 01 Apr 2026 08:21:00 GMT' }, 60],
    [{ 'retry-after': '-5' }, undefined],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '999999999' }, 86_400],
    [{ 'x-ratelimit-reset': '2020-01-01T00:00:00Z' }, 0],
    [{}, undefined],
  ])('%j: when to come back', (headers, seconds) => {
    const { retryAt } = failureOf({ status: 429, headers, json: undefined }, 'read issues', now);
    expect(retryAt === undefined ? undefined : (retryAt.getTime() - now.getTime()) / 1000).toBe(seconds);
  });

  it.each([
    ['jira-burst-based', 'host', undefined],
    ['jira-per-issue-on-write', 'call', undefined],
    ['jira-quota-global-based', 'host', '2026-04-01T09:00:00.000Z'],
    ['jira-quota-tenant-based', 'host', '2026-04-01T09:00:00.000Z'],
    ['something-new', 'host', undefined],
    [undefined, 'host', undefined],
  ])('%s: who has to wait, and until when if the answer does not say', (reason, waits, until) => {
    const headers: Readonly<Record<string, string>> = reason === undefined ? {} : { 'ratelimit-reason': reason };
    const error = failureOf({ status: 429, headers, json: undefined }, 'change a comment', now);
    expect(error.waits).toBe(waits);
    expect(error.retryAt?.toISOString()).toBe(until);
    const told = failureOf(
      { status: 429, headers: { ...headers, 'retry-after': '3' }, json: undefined },
      'change a comment',
      now,
    );
    expect(told.retryAt?.toISOString()).toBe('2026-04-01T08:20:03.000Z');
  });
});
