import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { Browser, TestGround } from '@lethe/server/testing';
import type { Answer } from '@lethe/server/testing';
import { client, startProvider } from './open-id-provider.ts';
import type { RunningProvider } from './open-id-provider.ts';

const origin = 'https://lethe.example.test';
const test = new TestGround();
const signedInSchema = z.object({ operator: z.object({ id: z.string() }) });

describe('signing in with a real OpenID provider', () => {
  let provider: RunningProvider;
  let ground: ReturnType<TestGround['ground']>;
  let app: Awaited<ReturnType<TestGround['serve']>>;
  beforeAll(async () => {
    // The provider says on the console that it is one for development.
    for (const level of ['info', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
    provider = await startProvider(origin);
    provider.accounts.set('ada', { name: 'Ada King', groups: ['desk', 'lethe-admins', '@administrators'] });
    provider.accounts.set('bob', { name: 'Bob King', groups: ['desk'] });
    ground = test.ground({
      server: {
        publicUrl: origin,
        signIn: {
          openId: {
            ...{ issuer: provider.issuer, clientId: client.id, clientSecretFrom: 'OPENID_SECRET' },
            ...{ scopes: ['profile', 'groups'], administratorGroup: 'lethe-admins' },
          },
        },
      },
      env: { OPENID_SECRET: client.secret },
    });
    app = await test.serve(ground);
  });
  afterAll(async () => provider.close());
  beforeEach(() => {
    provider.forget();
    test.ahead = 0;
  });

  const fresh = (): Browser => new Browser(app, ground);

  /** The whole way through both: what the server answered at the end. */
  async function enter(browser: Browser, login: string, start = '/sign-in/open-id'): Promise<Answer> {
    return browser.get(pathOf(await provider.signIn(await begun(browser, start), login)));
  }

  async function begun(browser: Browser, start = '/sign-in/open-id'): Promise<string> {
    const answer = await browser.get(start);
    expect(answer.statusCode).toBe(303);
    return answer.headers.location ?? '';
  }

  function pathOf(url: string): string {
    const { origin: to, pathname, search } = new URL(url);
    expect(to).toBe(origin);
    return `${pathname}${search}`;
  }

  it('lets an administrator in with the groups the provider says, and nothing personal in the session', async () => {
    const browser = fresh();
    const entered = await enter(browser, 'ada');
    expect(entered.statusCode).toBe(200);
    expect(entered.headers['refresh']).toBe('0;url=/');
    const session = await browser.get('/session');
    expect(session.json()).toMatchObject({
      operator: { administrator: true, groups: ['desk', 'lethe-admins'] },
      rights: expect.arrayContaining(['approve', 'configure']),
      ways: ['open-id'],
    });
    expect(`${session.body}${[...browser.jar.values()].join('')}`).not.toMatch(/Ada|King|"ada"/);
  });

  it('lets others in without rights they were not given, and takes over what the provider says next time', async () => {
    const browser = fresh();
    await enter(browser, 'bob');
    expect((await browser.get('/session')).json()).toMatchObject({ operator: { administrator: false }, rights: [] });
    expect((await browser.get('/api/v1/operators')).statusCode).toBe(403);
    provider.accounts.set('bob', { name: 'Bob King', groups: ['lethe-admins'] });
    await enter(browser, 'bob');
    expect((await browser.get('/api/v1/operators')).statusCode).toBe(200);
    provider.accounts.set('bob', { name: 'Bob King', groups: [] });
    await enter(browser, 'bob');
    expect((await browser.get('/api/v1/operators')).statusCode).toBe(403);
  });

  it('asks for a code with PKCE, state, nonce and the exact address to come back to', async () => {
    const asked = new URL(await begun(fresh()));
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      ...{ response_type: 'code', code_challenge_method: 'S256', redirect_uri: `${origin}/sign-in/open-id/answer` },
      ...{ scope: 'openid profile groups', client_id: client.id, max_age: '43200' },
      state: expect.stringMatching(/^[\w-]{40,}$/),
      nonce: expect.stringMatching(/^[\w-]{40,}$/),
    });
    const other = new URL(await begun(fresh()));
    for (const once of ['state', 'nonce', 'code_challenge']) {
      expect(other.searchParams.get(once)).not.toBe(asked.searchParams.get(once));
    }
  });

  it('S2 takes an answer once: replayed it is worth nothing, even with the cookie it began with', async () => {
    const browser = fresh();
    const back = await provider.signIn(await begun(browser), 'bob');
    const carried = new Map(browser.jar);
    expect((await browser.get(pathOf(back))).statusCode).toBe(200);
    const thief = fresh();
    for (const [name, value] of carried) thief.jar.set(name, value);
    expect((await thief.get(pathOf(back))).statusCode).toBe(401);
    expect((await thief.get('/session')).json()).not.toHaveProperty('operator');
  });

  it('S2 takes an answer once even where the provider has not seen the first: a guess uses it up', async () => {
    const browser = fresh();
    const back = await provider.signIn(await begun(browser), 'bob');
    const carried = new Map(browser.jar);
    expect((await browser.get(pathOf(back).replace(/code=[^&]+/, 'code=guessed'))).statusCode).toBe(401);
    for (const [name, value] of carried) browser.jar.set(name, value);
    expect((await browser.get(pathOf(back))).statusCode).toBe(401);
  });

  it('S25 takes no answer of another browser, nor one it did not ask for', async () => {
    const victim = fresh();
    const back = await provider.signIn(await begun(fresh()), 'bob');
    expect((await victim.get(pathOf(back))).statusCode).toBe(401);
    await begun(victim);
    expect((await victim.get(pathOf(back))).statusCode).toBe(401);
    expect((await victim.get('/session')).json()).not.toHaveProperty('operator');
  });

  it.each<[string, (url: URL) => void]>([
    ['another state', (url) => url.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (url) => url.searchParams.delete('state')],
    ['another code', (url) => url.searchParams.set('code', 'x'.repeat(43))],
    ['no code', (url) => url.searchParams.delete('code')],
    ['the issuer of another provider', (url) => url.searchParams.set('iss', 'https://evil.example.test')],
    ['no issuer', (url) => url.searchParams.delete('iss')],
    ['an error of the provider', (url) => url.searchParams.set('error', 'access_denied')],
    ['two states', (url) => url.searchParams.append('state', 'x')],
  ])('S25 takes no answer with %s', async (_what, change) => {
    const browser = fresh();
    const back = new URL(await provider.signIn(await begun(browser), 'bob'));
    change(back);
    expect((await browser.get(pathOf(back.href))).statusCode).toBe(401);
    expect((await browser.get('/session')).json()).not.toHaveProperty('operator');
  });

  it('S2 takes no answer that comes too late, and no cookie that was changed or made for something else', async () => {
    const late = fresh();
    const back = await provider.signIn(await begun(late), 'bob');
    test.ahead = 11 * 60_000;
    expect((await late.get(pathOf(back))).statusCode).toBe(401);
    test.ahead = 0;
    const browser = fresh();
    const answer = await provider.signIn(await begun(browser), 'bob');
    const forged = await ground.store.signIn.sealed(
      '{"state":"x","nonce":"y","verifier":"z","again":false,"until":9e15}',
      'other',
    );
    browser.jar.set('__Host-lethe-open-id', forged);
    expect((await browser.get(pathOf(answer))).statusCode).toBe(401);
  });

  it('S2 proves again who it is when that is asked for, and says when it was proven last', async () => {
    const browser = fresh();
    await enter(browser, 'ada');
    const asked = new URL(await begun(browser, '/sign-in/open-id?again=1'));
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({ prompt: 'login', max_age: '0' });
    const before = await browser.get('/session');
    await enter(browser, 'ada', '/sign-in/open-id?again=1');
    const after = await browser.get('/session');
    expect(after.json()).toMatchObject({ operator: { administrator: true } });
    expect(after.body).not.toBe(before.body);
  });

  it('ends the session here and leads to where the provider ends its own', async () => {
    const browser = fresh();
    await enter(browser, 'bob');
    const answer = await browser.change('POST', '/sign-out', {});
    expect(answer.headers['clear-site-data']).toContain('"cookies"');
    const { next } = z.object({ next: z.url() }).parse(answer.json());
    const there = new URL(next);
    expect(there.origin).toBe(provider.issuer);
    expect(Object.fromEntries(there.searchParams)).toEqual({
      client_id: client.id,
      post_logout_redirect_uri: `${origin}/`,
    });
    expect((await provider.get(next)).statusCode).toBe(200);
    expect((await browser.get('/session')).json()).not.toHaveProperty('operator');
  });

  it('denies whoever was revoked at once, in their session and at the provider', async () => {
    const [admin, browser] = [fresh(), fresh()];
    await enter(browser, 'bob');
    const { operator } = signedInSchema.parse((await browser.get('/session')).json());
    provider.forget();
    await enter(admin, 'ada');
    provider.forget();
    expect((await admin.change('PUT', `/api/v1/operators/${operator.id}/revocation`)).statusCode).toBe(204);
    expect((await browser.get('/session')).json()).not.toHaveProperty('operator');
    expect(await ground.store.signIn.operatorNow(operator.id)).toBeUndefined();
    expect((await enter(browser, 'bob')).statusCode).toBe(403);
  });

  it('S17 leaves no name, subject, code or token in the log', () => {
    const log = test.lines.join('');
    expect(log).toContain('/sign-in/open-id/answer');
    expect(log).not.toMatch(/Ada|King|code=|state=|"bob"|"ada"/);
    expect(log).not.toContain(client.secret);
  });

  it('closes the ways with a password', async () => {
    const browser = fresh();
    await browser.get('/session');
    const [code, login, password] = ['x', 'ada', 'correct horse battery'];
    const sends = {
      '/sign-in': { login, password },
      '/setup': { code, login, password },
      '/sign-in/code': { code, password },
    };
    for (const [url, sent] of Object.entries(sends)) {
      expect([url, (await browser.change('POST', url, sent)).statusCode]).toEqual([url, 404]);
    }
  });
});
