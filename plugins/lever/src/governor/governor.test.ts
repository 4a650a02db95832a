import { describe, expect, it } from '@jest/globals';
import { HostError } from '@lethe/core';
import { virtualClock } from '@lethe/core/testing';
import fc from 'fast-check';
import { EventClock } from '../../../../test/event-clock.ts';
import type { Answer, Call, HttpPort } from '../http-port.ts';
import { governed } from './governor.ts';
import { leverPace } from './pace.ts';

const read: Call = { what: 'read a contact', method: 'GET', path: '/contacts/1' };
const fine: Answer = { status: 200, headers: {}, json: {} };
const pace = leverPace();

/** A Lever that gives these answers in turn, and then is fine; and when it was asked, in seconds. */
function answering(clock: { now(): Date }, ...answers: readonly Answer[]) {
  const seconds: number[] = [];
  const begin = clock.now().getTime();
  const port: HttpPort = async () => {
    seconds.push((clock.now().getTime() - begin) / 1000);
    return answers[seconds.length - 1] ?? fine;
  };
  return { port, seconds };
}

function refused(headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 429, headers, json: {} };
}

async function errorOf(work: Promise<unknown>): Promise<HostError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof HostError) return error;
  throw new TypeError('It was not refused.');
}

/** Lever's own count: twenty at once, ten more a second. */
function mostOver(arrivals: readonly number[]): number {
  const sorted = [...arrivals].sort((one, other) => one - other);
  const over = sorted.flatMap((from, at) =>
    sorted.slice(at).map((to, further) => further + 1 - 20 - ((to - from) / 1000) * 10),
  );
  return Math.max(-Infinity, ...over);
}

describe('the governor', () => {
  it('never exceeds ten calls a second and twenty at once, at whatever moment within a call Lever counts it', async () => {
    const calls = fc.array(fc.record({ rest: fc.nat(2_000), before: fc.nat(400), after: fc.nat(400) }), {
      minLength: 1,
      maxLength: 120,
    });
    await fc.assert(
      fc.asyncProperty(calls, fc.boolean(), async (some, together) => {
        const clock = new EventClock();
        const arrivals: number[] = [];
        const governor = governed(
          async ({ body }) => {
            const { before, after } = some[Number(body)] ?? { before: 0, after: 0 };
            await clock.wait(before);
            arrivals.push(clock.now().getTime());
            await clock.wait(after);
            return fine;
          },
          { clock, pace },
        );
        const make = async (at: number): Promise<unknown> => governor({ ...read, body: at });
        const all = async (): Promise<void> => {
          if (together) await Promise.all(some.map((_, at) => make(at)));
          else
            for (const [at, { rest }] of some.entries()) {
              await clock.wait(rest);
              await make(at);
            }
        };
        await clock.during(all());
        expect(arrivals).toHaveLength(some.length);
        expect(mostOver(arrivals)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('needs hardly longer than the limit asks for', async () => {
    const clock = new EventClock();
    const began = clock.now().getTime();
    const governor = governed(async () => fine, { clock, pace });
    await clock.during(Promise.all(Array.from({ length: 220 }, async () => governor(read))));
    // Twenty at once and two hundred at ten a second is what Lever allows.
    expect((clock.now().getTime() - began) / 1000).toBeCloseTo(20.4, 1);
  });

  it('takes a smaller share where others use the key too', async () => {
    const clock = virtualClock();
    const { port, seconds } = answering(clock);
    const governor = governed(port, { clock, pace: leverPace(5) });
    for (let call = 0; call < 26; call += 1) await governor(read);
    expect(seconds.filter((second) => second === 0)).toHaveLength(6);
    expect(seconds.at(-1)).toBeCloseTo(4, 5);
  });

  it('never takes more than Lever allows, whatever is asked for', () => {
    expect(leverPace(50)).toEqual(leverPace(10));
    expect(leverPace(1)).toMatchObject({ perSecond: 1, atOnce: 1 });
  });

  it('has no more calls on their way at a time than four', async () => {
    const clock = new EventClock();
    const open = { now: 0, most: 0 };
    const governor = governed(
      async () => {
        open.now += 1;
        open.most = Math.max(open.most, open.now);
        await clock.wait(100);
        open.now -= 1;
        return fine;
      },
      { clock, pace },
    );
    await clock.during(Promise.all(Array.from({ length: 30 }, async () => governor(read))));
    expect(open.most).toBe(4);
  });
});

describe('a refusal with 429', () => {
  const past = { 'retry-after': 'Wed, 01 Jan 2020 00:00:00 GMT' };

  it.each([
    ['in seconds', { 'retry-after': '30' }, 30],
    ['as a date', { 'retry-after': 'Wed, 01 Apr 2026 08:00:25 GMT' }, 25],
    ['as a date that is past', past, 0],
    ['not at all', {}, 1],
    ['in words nobody understands', { 'retry-after': 'soon' }, 1],
    ['as a negative number', { 'retry-after': '-5' }, 1],
  ])('closes for as long as Lever says, %s, and then the call is made again', async (_, headers, second) => {
    const clock = virtualClock();
    const { port, seconds } = answering(clock, refused(headers));
    expect(await governed(port, { clock, pace })(read)).toBe(fine);
    expect(seconds).toEqual([0, second]);
  });

  it('three times in a row is said, with when it may be tried again', async () => {
    const clock = virtualClock();
    const { port, seconds } = answering(clock, refused(), refused(), refused());
    const governor = governed(port, { clock, pace });
    const error = await errorOf(governor(read));
    expect(error).toMatchObject({ code: 'too-fast', waits: 'host', retryAt: new Date(clock.now().getTime() + 4_000) });
    expect(error.message).toBe('Lever asked to wait before it will read a contact.');
    await governor(read);
    expect(seconds).toEqual([0, 1, 3, 7]);
  });

  it('makes pauses grow to a minute, and a call that goes well begins anew', async () => {
    const clock = virtualClock();
    const { port, seconds } = answering(clock, ...Array.from({ length: 9 }, () => refused()), fine, refused());
    const governor = governed(port, { clock, pace });
    for (let call = 0; call < 3; call += 1) await errorOf(governor(read));
    await governor(read);
    await governor(read);
    const pauses = seconds.slice(1).map((second, at) => second - (seconds[at] ?? 0));
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 0, 1]);
  });

  it('is believed for a day at most', async () => {
    const clock = virtualClock();
    const { port, seconds } = answering(clock, refused({ 'retry-after': '8640000' }));
    await governed(port, { clock, pace })(read);
    expect(seconds).toEqual([0, 86_400]);
  });

  it('holds back calls that wait for their moment already', async () => {
    const clock = new EventClock();
    const atOnce = Array.from({ length: pace.atOnce }, () => fine);
    const { port, seconds } = answering(clock, ...atOnce, refused({ 'retry-after': '20' }));
    const governor = governed(port, { clock, pace });
    await clock.during(Promise.all(Array.from({ length: 24 }, async () => governor(read))));
    expect(seconds.filter((second) => second > 0.1 && second < 20)).toEqual([]);
    expect(seconds).toHaveLength(25);
  });
});

describe('a wait that somebody cuts short', () => {
  it('gives the call up, and says when it may be made', async () => {
    const clock = { now: () => new Date('2026-04-01T08:00:00Z'), wait: async () => undefined };
    const governor = governed(async () => fine, { clock, pace });
    for (let call = 0; call < pace.atOnce; call += 1) await governor(read);
    const error = await errorOf(governor(read));
    expect(error).toMatchObject({ code: 'too-fast', retryAt: new Date('2026-04-01T08:00:00.100Z') });
    expect(error.message).toContain('cut short');
    // The seat is free again.
    for (let call = 0; call < 8; call += 1) await errorOf(governor(read));
  });
});
