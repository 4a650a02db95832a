import { beforeAll, describe, expect, it } from '@jest/globals';
import { Browser, TestGround, addressOf, askLoopback, signedIn } from '@lethe/server/testing';
import { filled, operationsOf } from './every-route.ts';
import type { App, Operation } from './every-route.ts';

const origin = 'https://lethe.example.test';
const test = new TestGround({
  server: { publicUrl: origin, limits: { operatorPerMinute: 100_000, addressPerMinute: 100_000 } },
});
const form = 'application/x-www-form-urlencoded';

describe('S4 a request another site made', () => {
  let app: App;
  let ground: ReturnType<TestGround['ground']>;
  let changes: readonly Operation[] = [];
  let reads: readonly Operation[] = [];
  beforeAll(async () => {
    ground = test.ground();
    app = await test.serve(ground);
    // Another site's page may post to /entry: what that is worth is attacked in entry-attacks.test.ts.
    changes = operationsOf(app).filter(({ method, path }) => method !== 'GET' && path !== '/entry');
    reads = operationsOf(app).filter(({ method }) => method === 'GET');
    expect(changes.length).toBeGreaterThan(5);
  });

  const urlOf = ({ path }: Operation): string => filled(path, {}, crypto.randomUUID());
  const browserOf = async (): Promise<Browser> => (await signedIn(app, ground, { administrator: true })).browser;

  const forged: readonly [string, (token: string) => Record<string, string>][] = [
    ['has no token', () => ({ origin })],
    ['has a token somebody made up', () => ({ origin, 'x-lethe-csrf': 'A'.repeat(43) })],
    ['has a token that was cut', (token) => ({ origin, 'x-lethe-csrf': token.slice(1) })],
    ['comes from another origin', (token) => ({ origin: 'https://evil.example.test', 'x-lethe-csrf': token })],
    ['comes from our name over http', (token) => ({ origin: 'http://lethe.example.test', 'x-lethe-csrf': token })],
    ['comes from a page without an origin', (token) => ({ origin: 'null', 'x-lethe-csrf': token })],
    ['is said to be cross-site', (token) => ({ 'sec-fetch-site': 'cross-site', 'x-lethe-csrf': token })],
    ['is said to be of a neighbour', (token) => ({ 'sec-fetch-site': 'same-site', 'x-lethe-csrf': token })],
  ];

  it.each(forged)('changes nothing when it %s', async (_what, headersFor) => {
    const browser = await browserOf();
    for (const change of changes) {
      const headers = { 'sec-fetch-site': 'same-origin', ...headersFor(browser.token()) };
      const answer = await browser.send({ method: change.method, url: urlOf(change), headers, body: {} });
      expect([change.path, answer.statusCode, answer.json()]).toMatchObject([
        change.path,
        403,
        { error: 'cross-site' },
      ]);
    }
  });

  it('changes nothing with the token of another session, or of a page before it', async () => {
    const [browser, other, page] = [await browserOf(), await browserOf(), new Browser(app, ground)];
    await page.get('/session');
    for (const change of changes) {
      for (const token of [other.token(), page.token()]) {
        const headers = { origin, 'x-lethe-csrf': token };
        const answer = await browser.send({ method: change.method, url: urlOf(change), headers, body: {} });
        expect([change.path, answer.statusCode]).toEqual([change.path, 403]);
      }
    }
  });

  it('changes nothing with the token of a page whose cookie somebody planted beside the session', async () => {
    const [browser, page] = [await browserOf(), new Browser(app, ground)];
    await page.get('/session');
    for (const [name, value] of page.jar) browser.jar.set(name, value);
    for (const change of changes.filter(({ needs }) => needs !== 'nobody')) {
      const headers = { origin, 'x-lethe-csrf': page.token() };
      const answer = await browser.send({ method: change.method, url: urlOf(change), headers, body: {} });
      expect([change.path, answer.statusCode]).toEqual([change.path, 403]);
    }
  });

  it.each([form, 'text/plain', 'multipart/form-data; boundary=x', 'application/xml', 'application/json-patch+json'])(
    'changes nothing as %s, which a form or a beacon can send',
    async (type) => {
      const browser = await browserOf();
      for (const change of changes.filter(({ needs }) => needs !== 'nobody')) {
        const headers = { origin, 'x-lethe-csrf': browser.token(), 'content-type': type };
        const answer = await browser.send({ method: change.method, url: urlOf(change), headers, body: 'a=b' });
        expect([change.path, answer.statusCode]).toEqual([change.path, 415]);
      }
    },
  );

  it('signs nobody in: no form is taken, with whatever token', async () => {
    const [browser, attacker] = [new Browser(app, ground), new Browser(app, ground)];
    await attacker.get('/session');
    for (const csrf of ['', 'x', attacker.token()]) {
      const body = new URLSearchParams({ csrf, login: 'eve', password: 'correct horse battery' }).toString();
      const answer = await browser.send({ method: 'POST', url: '/sign-in', headers: { 'content-type': form }, body });
      expect(answer.statusCode).toBe(415);
    }
  });

  it('reads nothing either, but may lead here by a link', async () => {
    const browser = await browserOf();
    const embedded = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' };
    for (const read of reads) expect((await browser.get(urlOf(read), embedded)).statusCode).toBe(403);
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await browser.get('/', link)).statusCode).toBe(200);
  });

  it('is not told by us that it may ask', async () => {
    const browser = await browserOf();
    const asked = { origin: 'https://evil.example.test', 'access-control-request-method': 'POST' };
    for (const operation of [...reads, ...changes]) {
      const answer = await browser.send({ method: 'OPTIONS', url: urlOf(operation), headers: asked });
      expect([operation.path, answer.statusCode]).toEqual([operation.path, 404]);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('S4 reading', () => {
  it('changes nothing that is stored, whichever route is asked', async () => {
    const ground = test.ground();
    const app = await test.serve(ground);
    const { browser, id } = await signedIn(app, ground, { administrator: true });
    const before = await everythingStored();
    for (const { path } of operationsOf(app).filter(({ method }) => method === 'GET')) {
      for (const filling of [{}, { host: 'sandbox', id, name: 'rules' }]) await browser.get(filled(path, filling, id));
    }
    expect(await everythingStored()).toEqual(before);
  });

  /** All rows of all our tables, but for when a session was used last. */
  async function everythingStored(): Promise<readonly unknown[]> {
    const tables = await test.database.ask(
      "select relname as name from pg_class where relnamespace = 'lethe'::regnamespace and relkind = 'r' order by relname",
    );
    const rows = await Promise.all(
      tables.map(async ({ name }) =>
        test.database.ask(
          `select '${String(name)}' as of, (to_jsonb(t) - 'used_at')::text as row from lethe."${String(name)}" t order by 2`,
        ),
      ),
    );
    return rows.flat();
  }
});

describe('S5 and S17 every answer', () => {
  let app: App;
  let ground: ReturnType<TestGround['ground']>;
  beforeAll(async () => {
    ground = test.ground();
    app = await test.serve(ground);
  });

  it('cannot be framed, loads nothing but by its nonce, and is kept by no cache', async () => {
    const { browser } = await signedIn(app, ground);
    const nonces = new Set<string>();
    for (const url of [
      ...operationsOf(app).map(({ path }) => filled(path, {}, 'x')),
      '/nowhere',
      '/api/openapi.json',
    ]) {
      const { headers } = await browser.get(url);
      const policy = String(headers['content-security-policy']);
      expect([url, policy]).toEqual([url, expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/)]);
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(headers).toMatchObject({
        ...{ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
        ...{ 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin' },
        'strict-transport-security': 'max-age=31536000',
      });
      nonces.add(/script-src 'nonce-([0-9a-f]{32})'/.exec(policy)?.[1] ?? 'none');
    }
    expect((await browser.get('/%ff')).headers).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    });
    expect(nonces.has('none')).toBe(false);
    expect(nonces.size).toBeGreaterThan(10);
  });

  it('sets cookies no script and no other site can use', async () => {
    const browser = new Browser(app, ground);
    const { cookies } = await browser.get('/session');
    expect(cookies.map(({ line }) => line.replace(/=[\w-]{43}/, ''))).toEqual([
      '__Host-lethe-page; Path=/; HttpOnly; Secure; SameSite=Strict',
    ]);
  });

  it('over plain http on this machine has cookies under other names, which https never takes', async () => {
    const plainGround = test.ground({ server: {} });
    const plain = await test.serve(plainGround);
    const { browser } = await signedIn(plain, plainGround);
    expect([...browser.jar.keys()]).toEqual(['plain-lethe']);
    expect((await browser.get('/session')).json()).toHaveProperty('operator');
    expect((await browser.get('/')).headers).not.toHaveProperty('strict-transport-security');
    const secret = [...browser.jar.values()][0] ?? '';
    const answer = await askLoopback(await addressOf(app), {
      ...{ method: 'GET', url: '/session', headers: { cookie: `plain-lethe=${secret}` } },
    });
    expect(answer.json()).not.toHaveProperty('operator');
  });
});
