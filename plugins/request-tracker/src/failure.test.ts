import { describe, expect, it } from '@jest/globals';
import { failureOf } from './failure.ts';

const answer = { status: 500, type: 'text/html', text: '' };

describe('a refusal', () => {
  it.each([
    [401, 'signed-out', 'token'],
    [403, 'not-permitted', 'SuperUser'],
    [404, 'gone', 'not there'],
    [405, 'rejected', 'does not change'],
    [400, 'rejected', 'not valid'],
    [422, 'rejected', 'not valid'],
    [409, 'locked', 'Try again'],
    [412, 'locked', 'Try again'],
    [429, 'too-fast', 'asks to wait'],
    [500, 'down', 'status 500'],
    [503, 'down', 'status 503'],
    [408, 'down', 'status 408'],
    [302, 'unreadable', 'redirected'],
    [418, 'unreadable', 'status 418'],
  ])('%d means %s', (status, code, words) => {
    const error = failureOf({ ...answer, status }, 'read a ticket');
    expect(error).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(error.message).toContain('read a ticket');
  });

  it("of Lethe's part in RT tells a busy database from a proxy that fails", () => {
    const busy = { status: 503, type: 'application/json', text: '{"error": "locked"}', retryAfter: '2' };
    expect(failureOf(busy, 'change texts').code).toBe('locked');
    expect(failureOf({ ...busy, type: 'text/html' }, 'change texts').code).toBe('down');
  });

  it('says when to try again, if the host does', () => {
    const before = Date.now();
    const { retryAt } = failureOf({ ...answer, status: 429, retryAfter: '30' }, 'read a ticket');
    expect(retryAt?.getTime()).toBeGreaterThanOrEqual(before + 29_000);
    expect(failureOf({ ...answer, status: 429 }, 'read a ticket').retryAt).toBeUndefined();
  });
});
