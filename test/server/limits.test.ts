import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { Browser, TestGround, addressOf, askLoopback, signedIn } from '@lethe/server/testing';
import { z } from 'zod';
import type { App } from './every-route.ts';

const test = new TestGround();
type Ground = ReturnType<TestGround['ground']>;
type Limits = NonNullable<NonNullable<Parameters<TestGround['ground']>[0]>['server']>['limits'];

const done = z.object({ ok: z.boolean() });

/** A server with three routes of a test, under these limits. */
async function limited(limits: Limits, more: object = {}): Promise<{ readonly app: App; readonly ground: Ground }> {
  const ground = test.ground({ server: { limits, ...more } });
  const app = await test.serve(ground, [
    (scope) => {
      const schema = { response: { 200: done } };
      scope.get('/mine', { config: { needs: 'signed-in' }, schema }, async () => ({ ok: true }));
      scope.get('/open', { config: { needs: 'nobody' }, schema }, async () => ({ ok: true }));
      scope.post('/fresh', { config: { needs: 'signed-in', fresh: true }, schema }, async () => ({ ok: true }));
      scope.post('/body', { config: { needs: 'signed-in' }, schema: { ...schema, body: z.unknown() } }, async () => ({
        ok: true,
      }));
      scope.get('/stream', { config: { needs: 'signed-in', stream: true } }, async (_request, reply) => {
        reply.hijack();
        reply.raw.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
      });
    },
  ]);
  return { app, ground };
}

describe('how often one may ask', () => {
  it('is counted by operator: one is told when to come back, another goes on', async () => {
    const { app, ground } = await limited({ operatorPerMinute: 5 });
    const [one, other] = [(await signedIn(app, ground)).browser, (await signedIn(app, ground)).browser];
    const statuses = [];
    for (let turn = 0; turn < 7; turn += 1) statuses.push((await one.get('/mine')).statusCode);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const { headers, body } = await one.get('/mine');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(JSON.parse(body)).toMatchObject({ error: 'too-many' });
    expect((await other.get('/mine')).statusCode).toBe(200);
  });

  it('is counted by address for whoever is nobody, unknown paths and made-up cookies among it', async () => {
    const { app, ground } = await limited({ addressPerMinute: 4 });
    const { browser } = await signedIn(app, ground);
    const thief = new Browser(app, ground);
    const urls = ['/open', '/nowhere', '/mine', '/mine', '/open', '/mine'];
    const statuses = [];
    for (const [turn, url] of urls.entries()) {
      thief.carry(`made up ${String(turn)}`.padEnd(43, 'x'));
      statuses.push((await thief.get(url)).statusCode);
    }
    expect(statuses).toEqual([200, 404, 401, 401, 429, 429]);
    expect((await browser.get('/mine')).statusCode).toBe(429);
  });

  it('is not helped by a header that names another address, unless a proxy the settings name sent it', async () => {
    const ask = async (app: App, at: number): Promise<number> => {
      const headers = { 'x-forwarded-for': `192.0.2.${String(at)}` };
      return (await askLoopback(await addressOf(app), { method: 'GET', url: '/open', headers })).statusCode;
    };
    const { app: alone } = await limited({ addressPerMinute: 2 });
    expect([await ask(alone, 1), await ask(alone, 2), await ask(alone, 3)]).toEqual([200, 200, 429]);
    const { app: behind } = await limited({ addressPerMinute: 2 }, { trustedProxies: ['127.0.0.1'] });
    expect([await ask(behind, 1), await ask(behind, 1), await ask(behind, 1)]).toEqual([200, 200, 429]);
    expect(await ask(behind, 2)).toBe(200);
  });
});

describe('how much one may ask', () => {
  it('is a body as long as the settings allow, and headers of 16 kB', async () => {
    const { app, ground } = await limited({ bodyKilobytes: 2 });
    const { browser } = await signedIn(app, ground);
    expect((await browser.change('POST', '/body', { text: 'x'.repeat(1900) })).statusCode).toBe(200);
    const long = await browser.change('POST', '/body', { text: 'x'.repeat(2100) });
    expect([long.statusCode, long.json()]).toMatchObject([413, { error: 'too-large' }]);
    expect((await browser.get('/open', { 'x-long': 'x'.repeat(17_000) })).statusCode).toBe(431);
  });

  it.each(['{"__proto__": {"administrator": true}}', '{"constructor": {"prototype": {}}}', '{', '', 'null'])(
    'is no JSON that would change what it is put into: %s',
    async (body) => {
      const { app, ground } = await limited({});
      const { browser } = await signedIn(app, ground);
      const headers = { 'content-type': 'application/json', 'x-lethe-csrf': browser.token() };
      const answer = await browser.send({ method: 'POST', url: '/body', headers, body });
      expect(answer.statusCode).toBe(body === 'null' ? 200 : 400);
    },
  );

  it('is so many streams of one operator, given back however they end', async () => {
    const { app, ground } = await limited({ streams: 2 });
    const [one, other] = [(await signedIn(app, ground)).browser, (await signedIn(app, ground)).browser];
    const first = await openStream(app, one);
    const second = await openStream(app, one);
    expect((await one.get('/stream')).statusCode).toBe(429);
    const others = await openStream(app, other);
    first.destroy();
    // The server notices the end of a stream some time after it.
    const again = await until(async () => openStream(app, one).catch(() => undefined));
    expect((await one.get('/stream')).statusCode).toBe(429);
    for (const stream of [second, again, others]) stream.destroy();
  });

  async function openStream(app: App, browser: Browser): Promise<IncomingMessage> {
    const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const asking = request(`${await addressOf(app)}/stream`, { headers: { cookie }, agent: false }).end();
    const answer = await new Promise<IncomingMessage>((resolve) => asking.once('response', resolve));
    if (answer.statusCode === 200) return answer;
    answer.destroy();
    throw new RangeError('There is no place.');
  }

  async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
    }
  }
});

describe('what has to be proven anew', () => {
  it('is asked for when the sign-in is older than the settings allow', async () => {
    const { app, ground } = await limited({});
    const { browser } = await signedIn(app, ground);
    test.ahead = 14 * 60_000;
    expect((await browser.change('POST', '/fresh')).statusCode).toBe(200);
    test.ahead = 15 * 60_000;
    const stale = await browser.change('POST', '/fresh');
    expect([stale.statusCode, stale.json()]).toMatchObject([403, { error: 'sign-in-again' }]);
    expect((await browser.get('/mine')).statusCode).toBe(200);
    test.ahead = 0;
  });
});
