import { describe, expect, it } from '@jest/globals';
import { virtualClock } from '@lethe/core/testing';
import type { Behaviour } from './fake/greenhouse.ts';
import { client, key, Seed } from './fake/seed.ts';
import { FakeGreenhouse } from './fake/server.ts';
import { governed, greenhousePace, keyTransport, oauthTransport } from '../src/index.ts';
import type { Answer, HttpPort } from '../src/index.ts';

const list = { what: 'list candidates', method: 'GET', path: '/v3/candidates' } as const;

async function withFake(
  behaviour: Partial<Behaviour>,
  act: (around: { fake: FakeGreenhouse; clock: ReturnType<typeof virtualClock>; port: HttpPort }) => Promise<void>,
): Promise<void> {
  const clock = virtualClock();
  const seed = new Seed(clock);
  seed.greenhouse.behave(behaviour);
  const fake = await FakeGreenhouse.start(seed.greenhouse);
  const { address } = fake;
  try {
    await act({ fake, clock, port: oauthTransport({ address, tokenAddress: `${address}/token`, ...client, clock }) });
  } finally {
    await fake.close();
  }
}

describe('oauthTransport', () => {
  it.each(['expires_in', 'expires', 'nothing'] as const)(
    'keeps a token as long as it is good, where %s says so',
    async (tokenSays) => {
      await withFake({ tokenSays }, async ({ fake, clock, port }) => {
        const statuses = [await port(list), await port(list)].map(({ status }) => status);
        await clock.wait(3_590_000);
        expect([...statuses, (await port(list)).status]).toEqual([200, 200, 200]);
        expect(fake.state.tokens.size).toBe(2);
        expect(fake.made.every(({ status }) => status === 200)).toBe(true);
      });
    },
  );

  it('asks for one token where several calls need it at once', async () => {
    await withFake({}, async ({ fake, port }) => {
      await Promise.all([port(list), port(list), port(list)]);
      expect(fake.state.tokens.size).toBe(1);
    });
  });

  it('renews a token that is refused before its time, once', async () => {
    await withFake({}, async ({ fake, port }) => {
      await port(list);
      fake.state.tokens.clear();
      expect((await port(list)).status).toBe(200);
      fake.faults.set({ kind: 'signed-out', on: 'all', times: Infinity });
      expect((await port(list)).status).toBe(401);
      expect(fake.made.slice(-2).map(({ status }) => status)).toEqual([401, 401]);
    });
  });

  it('says that whoever signs in is not known', async () => {
    await withFake({}, async ({ fake, clock }) => {
      const { address } = fake;
      const other = { ...client, clientSecret: 'another' };
      const port = oauthTransport({ address, tokenAddress: `${address}/token`, ...other, clock });
      await expect(port(list)).rejects.toMatchObject({ code: 'signed-out' });
    });
  });

  it('says that what answers gives no tokens', async () => {
    await withFake({}, async ({ fake, clock }) => {
      const { address } = fake;
      const port = oauthTransport({ address, tokenAddress: `${address}/v3/candidates`, ...client, clock });
      await expect(port(list)).rejects.toMatchObject({ code: 'signed-out' });
    });
  });

  it.each(['http://harvest.greenhouse.test', 'https://user:pass@harvest.greenhouse.test', 'https://x.test/?a=b'])(
    'sends no secret to %s',
    (address) => {
      const clock = virtualClock();
      expect(() => oauthTransport({ address, tokenAddress: 'https://auth.greenhouse.test', ...client, clock })).toThrow(
        'address',
      );
      expect(() => keyTransport({ address, key, user: '9' })).toThrow('address');
    },
  );
});

describe('governed', () => {
  function scripted(answers: readonly Partial<Answer>[]): HttpPort {
    const left = [...answers];
    return async () => ({ status: 200, headers: {}, json: [], ...left.shift() });
  }

  it.each([
    ['seconds', { 'retry-after': '30' }, 30_000],
    ['a date', { 'retry-after': 'Wed, 01 Apr 2026 08:00:20 GMT' }, 20_000],
    ['the end of the window', { 'x-ratelimit-reset': String(Date.parse('2026-04-01T08:00:10Z') / 1000) }, 10_000],
    ['nothing', {}, 1000],
  ])('waits as long as a refusal says by %s', async (_, headers, wait) => {
    const clock = virtualClock();
    const port = governed(scripted([{ status: 429, headers }]), { clock, pace: greenhousePace('v3') });
    await expect(port(list)).rejects.toMatchObject({
      code: 'too-fast',
      retryAt: new Date(clock.now().getTime() + wait),
    });
    await port(list);
    expect(clock.waited).toEqual([wait]);
  });

  it('waits for the next window where an answer says that no more is left of this one than is on its way', async () => {
    const clock = virtualClock();
    const headers = {
      'x-ratelimit-remaining': '3',
      'x-ratelimit-reset': String(Date.parse('2026-04-01T08:00:25Z') / 1000),
    };
    const port = governed(scripted([{ headers }]), { clock, pace: greenhousePace('v3') });
    await port(list);
    await port(list);
    expect(clock.waited).toEqual([25_000]);
  });

  it('never makes more calls in a window than the headers allow, wherever the window begins', async () => {
    const clock = virtualClock();
    const at: number[] = [];
    const port = governed(
      async () => {
        at.push(clock.now().getTime());
        return { status: 200, headers: { 'x-ratelimit-limit': '14' }, json: [] };
      },
      { clock, pace: greenhousePace('v3') },
    );
    for (let call = 0; call < 100; call += 1) await port(list);
    for (const from of at)
      expect(at.filter((one) => one >= from && one < from + 30_000).length).toBeLessThanOrEqual(14);
    expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeLessThanOrEqual(10 * 30_000);
  });
});
