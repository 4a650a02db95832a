import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Browser, TestGround, signedIn } from '@lethe/server/testing';
import type { Answer } from '@lethe/server/testing';
import { StorageError } from '@lethe/storage';
import { z } from 'zod';
import type { App } from './every-route.ts';

const test = new TestGround();
const password = 'correct horse battery';
const wrong = 'another horse battery';
const MINUTE = 60_000;
const signedInSchema = z.object({ operator: z.object({ id: z.string() }), token: z.string() });
const codeSchema = z.object({ id: z.string(), code: z.string() });

describe('somebody who is not who they say', () => {
  let app: App;
  let ground: ReturnType<TestGround['ground']>;
  beforeAll(async () => {
    ground = test.ground();
    app = await test.serve(ground);
    const code = (await ground.store.signIn.setupCode(new Date(Date.now() + MINUTE))) ?? '';
    const admin = await enter('/setup', { code, login: 'ada', password });
    await invite(admin.browser, 'bob', true);
    await invite(admin.browser, 'invited', false);
    const revoked = await invite(admin.browser, 'revoked', true);
    expect((await admin.browser.change('PUT', `/api/v1/operators/${revoked}/revocation`)).statusCode).toBe(204);
  });
  // Each test has its tries to itself.
  beforeEach(async () => {
    test.ahead = 0;
    await test.database.ask('truncate lethe.sign_in_try');
  });

  async function enter(url: string, body: object): Promise<{ readonly browser: Browser; readonly answer: Answer }> {
    const browser = new Browser(app, ground);
    await browser.get('/session');
    return { browser, answer: await browser.change('POST', url, body) };
  }

  async function invite(admin: Browser, login: string, accepts: boolean): Promise<string> {
    const made = await admin.change('POST', '/api/v1/operators', { login, groups: [], administrator: false });
    const { id, code } = codeSchema.parse(made.json());
    if (accepts) expect((await enter('/sign-in/code', { code, password })).answer.statusCode).toBe(200);
    return id;
  }

  const tryAs = async (login: string, given = wrong): Promise<Answer> =>
    (await enter('/sign-in', { login, password: given })).answer;

  it('S19 learns of no account: whoever does not exist, has no password yet or was revoked is answered alike', async () => {
    const answers = await Promise.all(
      [
        ['nobody', wrong],
        ['bob', wrong],
        ['invited', password],
        ['revoked', password],
        ["' or 1=1 --", wrong],
      ].map(async ([login = '', given]) => tryAs(login, given)),
    );
    const [first] = answers;
    expect(first?.statusCode).toBe(401);
    for (const { statusCode, body, headers } of answers) {
      expect([statusCode, body]).toEqual([401, first?.body]);
      expect(Object.keys(headers)).toEqual(Object.keys(first?.headers ?? {}));
    }
  });

  it.each(['bob', 'nobody has this name'])('S19 is slowed down alike, at the same moment too: %s', async (login) => {
    const answers = await Promise.all(Array.from({ length: 12 }, async () => tryAs(login)));
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 401)).toHaveLength(6);
    expect(statuses.filter((status) => status === 429)).toHaveLength(6);
    const refused = answers.find(({ statusCode }) => statusCode === 429);
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await tryAs(login, password)).statusCode).toBe(429);
  });

  it('S19 does not lock others out: another name goes on, and the same one after a while', async () => {
    await Promise.all(Array.from({ length: 8 }, async () => tryAs('bob')));
    expect((await tryAs('ada', password)).statusCode).toBe(200);
    test.ahead = 31_000;
    expect((await tryAs('bob', password)).statusCode).toBe(200);
    expect((await tryAs('bob', wrong)).statusCode).toBe(401);
  });

  it('does not get further by naming another address in a header', async () => {
    const browser = new Browser(app, ground);
    await browser.get('/session');
    const tries = Array.from({ length: 10 }, async (_, at) => {
      const headers = { 'x-forwarded-for': `192.0.2.${String(at)}`, 'x-lethe-csrf': browser.token() };
      const body = { login: 'bob', password: wrong };
      return (await browser.send({ method: 'POST', url: '/sign-in', headers, body })).statusCode;
    });
    expect((await Promise.all(tries)).filter((status) => status === 429)).toHaveLength(4);
  });

  it('is slowed down for codes as well, which are 125 random bits', async () => {
    const codes = Array.from({ length: 32 }, async () => enter('/sign-in/code', { code: 'a'.repeat(25), password }));
    const statuses = (await Promise.all(codes)).map(({ answer }) => answer.statusCode);
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect(statuses.filter((status) => status === 401)).toHaveLength(30);
  });

  it('S2 has no session by a cookie that was made up, cut, changed, doubled or used up', async () => {
    const { browser } = await enter('/sign-in', { login: 'bob', password });
    const secret = browser.jar.get('plain-lethe') ?? '';
    const forged = [
      '',
      'x',
      secret.slice(1),
      `${secret}A`,
      secret.toUpperCase(),
      `${secret}; plain-lethe=x`,
      'A'.repeat(9000),
    ];
    for (const value of forged) {
      const thief = new Browser(app, ground);
      thief.jar.set('plain-lethe', value);
      const { operator } = z
        .object({ operator: z.unknown() })
        .partial()
        .parse((await thief.get('/session')).json());
      expect([value, operator]).toEqual([value, value.includes(';') ? expect.anything() : undefined]);
    }
    await browser.change('POST', '/sign-out', {});
    const replayed = new Browser(app, ground);
    replayed.carry(secret);
    expect((await replayed.get('/session')).json()).not.toHaveProperty('operator');
  });

  it('S2 cannot plant a session: a sign-in takes a new id and ends the one the browser had', async () => {
    const attacker = (await enter('/sign-in', { login: 'bob', password })).browser;
    const planted = attacker.jar.get('plain-lethe') ?? '';
    const victim = new Browser(app, ground);
    victim.carry(planted);
    const entered = await victim.change('POST', '/sign-in', { login: 'ada', password });
    expect(entered.statusCode).toBe(200);
    expect(victim.jar.get('plain-lethe')).not.toBe(planted);
    expect((await attacker.get('/session')).json()).not.toHaveProperty('operator');
  });

  it('S2 has no session that was not used for long, nor one that lasts for ever', async () => {
    const { browser } = await enter('/sign-in', { login: 'bob', password });
    for (let minutes = 29; minutes < 12 * 60; minutes += 29) {
      test.ahead = minutes * MINUTE;
      expect((await browser.get('/session')).json()).toHaveProperty('operator');
    }
    test.ahead = 12 * 60 * MINUTE;
    expect((await browser.get('/session')).json()).not.toHaveProperty('operator');
    test.ahead = 0;
    const idle = (await enter('/sign-in', { login: 'bob', password })).browser;
    test.ahead = 30 * MINUTE;
    expect((await idle.get('/session')).json()).not.toHaveProperty('operator');
  });

  it('keeps no other session when the password changes, and needs the old one for that', async () => {
    const [here, elsewhere] = [
      await enter('/sign-in', { login: 'bob', password }),
      await enter('/sign-in', { login: 'bob', password }),
    ];
    const refused = await here.browser.change('POST', '/session/password', { old: wrong, password: `${password} 2` });
    expect(refused.statusCode).toBe(401);
    const changed = await here.browser.change('POST', '/session/password', {
      old: password,
      password: `${password} 2`,
    });
    expect(changed.statusCode).toBe(200);
    expect((await here.browser.get('/session')).json()).toHaveProperty('operator');
    expect((await elsewhere.browser.get('/session')).json()).not.toHaveProperty('operator');
    expect((await tryAs('bob', password)).statusCode).toBe(401);
    await here.browser.change('POST', '/session/password', { old: `${password} 2`, password });
  });

  it('is denied at once when an administrator revokes them, and has another right the moment it is given', async () => {
    const admin = (await enter('/sign-in', { login: 'ada', password })).browser;
    const id = await invite(admin, 'carl', true);
    const { browser } = await enter('/sign-in', { login: 'carl', password });
    expect((await browser.get('/api/v1/operators')).statusCode).toBe(403);
    await admin.change('PUT', `/api/v1/operators/${id}/groups`, { groups: ['desk'], administrator: true });
    expect((await browser.get('/api/v1/operators')).statusCode).toBe(200);
    expect((await admin.change('PUT', `/api/v1/operators/${id}/revocation`)).statusCode).toBe(204);
    expect((await browser.get('/api/v1/operators')).statusCode).toBe(401);
    expect(await ground.store.signIn.operatorNow(id)).toBeUndefined();
    const { operator } = signedInSchema.parse((await admin.get('/session')).json());
    expect((await admin.change('PUT', `/api/v1/operators/${operator.id}/revocation`)).statusCode).toBe(409);
  });

  it('S17 leaves no name, password, code, cookie, token or query in the log', async () => {
    const canary = 'canary-7f3a';
    const browser = new Browser(app, ground);
    await browser.get(`/nowhere/${canary}?name=${canary}`, {
      'user-agent': canary,
      'x-request-id': canary,
      referer: canary,
    });
    await browser.get(`/session?${canary}=${canary}`);
    await browser.change('POST', '/sign-in', { login: canary, password: `${canary} ${canary}` });
    await browser.change('POST', '/sign-in', { [canary]: canary });
    await browser.send({
      method: 'POST',
      url: '/sign-in',
      body: `{"login": "${canary}`,
      headers: { 'content-type': 'application/json' },
    });
    const { answer, browser: entered } = await enter('/sign-in', { login: 'ada', password });
    const log = test.lines.join('');
    expect(log.includes('"route":"/sign-in","status":401')).toBe(true);
    expect(test.lines.filter((line) => line.includes(canary))).toEqual([]);
    const secrets = [...entered.jar.values(), signedInSchema.parse(answer.json()).token, password];
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  });
});

describe('S23 when something fails on the way', () => {
  const down = async (): Promise<never> => {
    throw new StorageError('unreachable', 'Nothing answers.', {
      remedy: 'Start it.',
      cause: new Error('secret words'),
    });
  };
  const faults: readonly [string, (ground: ReturnType<TestGround['ground']>) => ReturnType<TestGround['ground']>][] = [
    ['sessions cannot be read', (ground) => withSignIn(ground, { session: down })],
    [
      'sessions are read as garbage',
      (ground) => withSignIn(ground, { session: async () => Promise.reject(new TypeError('x')) }),
    ],
    ['settings cannot be read', (ground) => ({ ...ground, store: { ...ground.store, settings: failing(ground) } })],
  ];

  function withSignIn(
    ground: ReturnType<TestGround['ground']>,
    change: Partial<ReturnType<TestGround['ground']>['store']['signIn']>,
  ): ReturnType<TestGround['ground']> {
    return { ...ground, store: { ...ground.store, signIn: { ...ground.store.signIn, ...change } } };
  }

  function failing({ store: { settings } }: ReturnType<TestGround['ground']>): typeof settings {
    return new Proxy(settings, { get: (known, name) => (name === 'read' ? down : known.change.bind(known)) });
  }

  it.each(faults)('%s: whoever asks is denied, in fixed words', async (_what, broken) => {
    const ground = test.ground();
    const reached: string[] = [];
    const app = await test.serve(broken(ground), [
      (scope) => {
        const schema = { response: { 200: z.object({ ok: z.boolean() }) } };
        scope.get('/guarded', { config: { needs: 'preview' }, schema }, async ({ url }) => ({
          ok: reached.push(url) > 0,
        }));
      },
    ]);
    const { browser } = await signedIn(app, ground, { administrator: true });
    const answer = await browser.get('/guarded');
    expect(answer.statusCode).toBeGreaterThanOrEqual(500);
    expect(answer.body).not.toMatch(/secret words|Nothing answers/);
    expect(reached).toEqual([]);
    const { id } = z.object({ id: z.string() }).parse(answer.json());
    expect(test.lines.filter((line) => line.includes(id))).toHaveLength(1);
    expect(test.lines.join('')).not.toMatch(/secret words|Nothing answers/);
  });

  it('tries cannot be counted: nobody signs in', async () => {
    const ground = withSignIn(test.ground(), { countTry: down });
    const app = await test.serve(ground);
    const browser = new Browser(app, ground);
    await browser.get('/session');
    expect((await browser.change('POST', '/sign-in', { login: 'ada', password })).statusCode).toBe(503);
    expect((await browser.get('/session')).json()).not.toHaveProperty('operator');
  });
});
