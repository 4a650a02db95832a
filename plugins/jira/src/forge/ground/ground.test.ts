import { describe, expect, it } from '@jest/globals';
import { HostError } from '@lethe/core';
import { virtualClock } from '@lethe/core/testing';
import fc from 'fast-check';
import type { Answer, HttpPort } from '../../http-port.ts';
import { OutOfTime } from '../../transport/out-of-time.ts';
import { clockWithin, timeLeft, WaitTooLong, withinTime } from './deadline.ts';
import { patientPort } from './patient-port.ts';
import { accountIn, referenceTo } from './reference.ts';
import { keyIn } from './site-links.ts';

const key = new Uint8Array(32).fill(7);
const now = new Date('2026-11-22T10:00:00Z');
const DAY = 24 * 60 * 60 * 1000;
const call = { what: 'read something', endpoint: 'GET /rest/api/3/field' } as const;
const fine: Answer = { status: 200, headers: {}, json: [] };

describe('the time an invocation may use', () => {
  it.each([
    [{ spare: 60_000 }, 900_000, 840_000],
    [{ spare: 6_000, atMost: 16_000 }, 25_000, 16_000],
    [{ spare: 6_000, atMost: 16_000 }, 10_000, 4_000],
    [{ spare: 6_000 }, 5_000, -1_000],
  ])('with %j of %i milliseconds is %i', (allowance, remaining, expected) => {
    expect(timeLeft(() => remaining, allowance)()).toBe(expected);
  });

  it('goes by as the invocation’s own does', () => {
    let remaining = 25_000;
    const left = timeLeft(() => remaining, { spare: 6_000, atMost: 16_000 });
    remaining -= 5_000;
    expect(left()).toBe(11_000);
  });

  it('lets no call begin after it', async () => {
    let made = 0;
    const port: HttpPort = async () => {
      made += 1;
      return fine;
    };
    await expect(withinTime(port, () => 0)(call)).rejects.toBeInstanceOf(OutOfTime);
    await withinTime(port, () => 1)(call);
    expect(made).toBe(1);
  });

  it('ends a wait that does not fit into it, and says when going on helps', async () => {
    const clock = virtualClock();
    const until = clock.now().getTime() + 2_000;
    const short = clockWithin(clock, () => 1_999);
    await expect(short.wait(2_000)).rejects.toMatchObject({ until: new Date(until) });
    await expect(short.wait(2_000)).rejects.toBeInstanceOf(WaitTooLong);
    await clockWithin(clock, () => 2_000).wait(2_000);
    expect(clock.now().getTime()).toBe(until);
  });
});

describe('patience while nothing is written', () => {
  it('waits as long as Jira asks for, and then asks again', async () => {
    const clock = virtualClock();
    const began = clock.now().getTime();
    let calls = 0;
    const port: HttpPort = async () => {
      calls += 1;
      if (calls < 3) throw new HostError('too-fast', 'Wait.', { retryAt: new Date(clock.now().getTime() + 5_000) });
      return fine;
    };
    expect(await patientPort(port, clock)(call)).toBe(fine);
    expect(clock.now().getTime() - began).toBe(10_000);
  });

  it('has an end, and is none for what waiting does not help', async () => {
    const clock = virtualClock();
    const failing = (details: { retryAt?: Date }): HttpPort => {
      return async () => Promise.reject(new HostError('too-fast', 'Wait.', details));
    };
    await expect(patientPort(failing({ retryAt: clock.now() }), clock)(call)).rejects.toMatchObject({
      code: 'too-fast',
    });
    await expect(patientPort(failing({}), clock)(call)).rejects.toMatchObject({ code: 'too-fast' });
  });
});

describe('a reference to an account', () => {
  it('leads back to it for whom it was given to, within a day, under its key, and says nothing to anybody', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), fc.string({ minLength: 1 }), fc.nat(DAY - 1), (account, to, later) => {
        const ref = referenceTo(account, { key, to, now });
        const read = { key, to, now: new Date(now.getTime() + later) };
        expect(accountIn(ref, read)).toBe(account);
        expect(accountIn(ref, { ...read, to: `${to}!` })).toBeUndefined();
        expect(accountIn(ref, { ...read, now: new Date(now.getTime() + DAY) })).toBeUndefined();
        expect(accountIn(ref, { ...read, key: new Uint8Array(32).fill(8) })).toBeUndefined();
        expect(Buffer.from(ref, 'base64url').toString('latin1')).not.toContain(account);
      }),
    );
  });

  it('that was changed anywhere, or made up, leads nowhere', () => {
    const ref = Buffer.from(referenceTo('712020:someone', { key, to: 'agent', now }), 'base64url');
    for (const at of ref.keys()) {
      const changed = Buffer.from(ref);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(accountIn(changed.toString('base64url'), { key, to: 'agent', now })).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(accountIn(text, { key, to: 'agent', now })).toBeUndefined();
      }),
    );
  });
});

describe('the key of an issue', () => {
  it.each([
    ['comment 3 on issue HELP-42', 'HELP-42'],
    ['summary of issue A1_B-7', 'A1_B-7'],
    ['name of a customer', undefined],
    ['UTF-8x', undefined],
  ])('in "%s" is %s', (label, expected) => {
    expect(keyIn(label)).toBe(expected);
  });
});
