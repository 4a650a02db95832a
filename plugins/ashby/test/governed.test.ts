import { describe, expect, it } from '@jest/globals';
import { HostError } from '@lethe/core';
import { virtualClock } from '@lethe/core/testing';
import { ada, anonymize, candidacy, withAshby } from './journeys.ts';
import { ashbyPace, ashbyTransport, governed } from '../src/index.ts';
import type { Answer } from '../src/index.ts';

const call = { what: 'read a candidate', endpoint: 'candidate.info', body: {} } as const;
const fine: Answer = { status: 200, headers: {}, json: { success: true } };
const tooMany = { status: 200, headers: {}, json: { success: false, errorInfo: { code: 'rate_limit_exceeded' } } };

describe('the pace of calls', () => {
  it.each([
    [undefined, 5],
    [2, 2],
    [20, 20],
  ])('is %s a second as set, five unless told', async (set, perSecond) => {
    const clock = virtualClock();
    const began = clock.now().getTime();
    const port = governed(async () => fine, { clock, pace: ashbyPace(set) });
    for (let made = 0; made < perSecond * 11; made += 1) await port(call);
    // A second's worth at once, and then as many each second.
    expect((clock.now().getTime() - began) / 1000).toBeCloseTo(10, 0);
  });

  it('waits as long as a 429 says, and makes the call again; 200 that says too many is one too', async () => {
    const clock = virtualClock();
    const began = clock.now().getTime();
    const answers: Answer[] = [{ ...tooMany, status: 429, headers: { 'retry-after': '30' } }, tooMany, fine];
    const port = governed(async () => answers.shift() ?? fine, { clock, pace: ashbyPace() });
    expect(await port(call)).toBe(fine);
    expect(clock.now().getTime() - began).toBeGreaterThanOrEqual(31_000);
  });

  it('gives up after three tries, and says when it may be tried again', async () => {
    const clock = virtualClock();
    let made = 0;
    const port = governed(
      async () => {
        made += 1;
        return { ...tooMany, status: 429 };
      },
      { clock, pace: ashbyPace() },
    );
    const refused = await port(call).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(HostError);
    expect(refused).toMatchObject({ code: 'too-fast', retryAt: expect.any(Date) });
    expect(made).toBe(3);
  });

  it('brings a run to its end on an Ashby that takes fewer calls than it is made', async () => {
    await withAshby(
      candidacy,
      async ({ seed, fake, host, clock, candidate }) => {
        const { ending } = await anonymize({ host, clock }, candidate);
        expect(ending.state).toBe('done-with-gaps');
        expect(fake.made.some(({ status }) => status === 429)).toBe(true);
        expect(seed.ashby.candidates.get(candidate).name).not.toBe(ada.name);
      },
      { behaviour: { perSecond: 3 } },
    );
  });
});

describe('the way to Ashby', () => {
  it.each(['http://api.ashbyhq.test', 'ftp://127.0.0.1', 'https://key@api.ashbyhq.com', 'api.ashbyhq.com'])(
    'sends no key to %s',
    (address) => {
      expect(() => ashbyTransport({ address, key: 'k' })).toThrow(/address/);
    },
  );

  it('says that nothing answers, without the key', async () => {
    const port = ashbyTransport({ address: 'http://127.0.0.1:9', key: 'ashby-key', timeoutSeconds: 2 });
    const failed = await port(call).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'down' });
    expect(String(failed)).not.toContain('ashby-key');
  });
});
