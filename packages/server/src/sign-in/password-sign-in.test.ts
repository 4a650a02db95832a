import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ServerGround } from '../ground.ts';
import type { App } from '../http/routes.ts';
import { Browser, TestGround } from '../testing/index.ts';
import { signInRoutes } from './index.ts';

const test = new TestGround();
const password = 'correct horse battery';
const wrong = 'wrong horse battery staple';

describe('an installation without an OpenID provider', () => {
  let ground: ServerGround;
  let app: App;
  beforeEach(async () => {
    ground = test.ground();
    app = await test.serve(ground, [signInRoutes]);
  });

  it('says on its first page that it is not set up, and how', async () => {
    const page = await new Browser(app, ground).get('/');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('href="/setup"');
    expect(page.body).not.toContain('<script');
  });

  it('makes the first administrator by plain pages with the code that was printed, once', async () => {
    const code = (await ground.store.signIn.setupCode(new Date(test.now().getTime() + 60_000))) ?? '';
    const browser = new Browser(app, ground);
    const guessed = await browser.fill('/setup', { code: 'aaaaa-bbbbb-ccccc-ddddd-eeeee', login: 'eve', password });
    expect(guessed.statusCode).toBe(401);
    expect(guessed.headers['content-type']).toContain('text/html');
    const short = await browser.fill('/setup', { code, login: 'ada', password: 'too short' });
    expect(short.statusCode).toBe(422);
    const done = await browser.fill('/setup', { code, login: 'Ada', password });
    expect([done.statusCode, done.headers.location]).toEqual([303, '/']);
    expect((await browser.get('/')).body).toContain('You are signed in');
    const session = await browser.get('/session');
    expect(session.json()).toMatchObject({ operator: { administrator: true }, setUp: true, ways: ['password'] });
    expect((await browser.get('/setup')).statusCode).toBe(404);
    expect((await new Browser(app, ground).fill('/setup', { code, login: 'x', password }, '/sign-in')).statusCode).toBe(
      404,
    );
  });

  it('lets in by name and password, by a form or as JSON, and out again', async () => {
    const browser = new Browser(app, ground);
    expect((await browser.fill('/sign-in', { login: 'ada', password: wrong })).statusCode).toBe(401);
    expect((await browser.fill('/sign-in', { login: ' ADA', password })).statusCode).toBe(303);
    expect((await browser.get('/')).body).toContain('You are signed in');
    const out = await browser.fill('/sign-out', {}, '/');
    expect(out.headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
    expect(browser.jar.size).toBe(0);
    await browser.get('/session');
    const entered = await browser.change('POST', '/sign-in', { login: 'ada', password });
    expect(entered.json()).toMatchObject({ operator: { administrator: true }, token: browser.token() });
    expect((await browser.change('POST', '/sign-out', {})).json()).toEqual({});
    expect((await browser.get('/session')).json()).not.toHaveProperty('operator');
  });
});
