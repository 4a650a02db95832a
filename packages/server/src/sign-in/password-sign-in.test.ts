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

  it('says that it is not set up, and which ways in there are', async () => {
    const session = (await new Browser(app, ground).get('/session')).json();
    expect(session).toMatchObject({ setUp: false, ways: ['password'], rights: [] });
    expect(session).not.toHaveProperty('operator');
  });

  it('makes the first administrator with the code that was printed, once', async () => {
    const code = (await ground.store.signIn.setupCode(new Date(test.now().getTime() + 60_000))) ?? '';
    const browser = new Browser(app, ground);
    await browser.get('/session');
    const guess = { code: 'aaaaa-bbbbb-ccccc-ddddd-eeeee', login: 'eve', password };
    expect((await browser.change('POST', '/setup', guess)).statusCode).toBe(401);
    const short = { code, login: 'ada', password: 'too short' };
    expect((await browser.change('POST', '/setup', short)).statusCode).toBe(422);
    const done = await browser.change('POST', '/setup', { code, login: 'Ada', password });
    expect(done.json()).toMatchObject({ operator: { administrator: true }, setUp: true, token: browser.token() });
    expect((await browser.get('/session')).json()).toMatchObject({ operator: { administrator: true }, setUp: true });
    const late = new Browser(app, ground);
    await late.get('/session');
    expect((await late.change('POST', '/setup', { code, login: 'x', password })).statusCode).toBe(404);
  });

  it('lets in by name and password, and out again', async () => {
    const browser = new Browser(app, ground);
    await browser.get('/session');
    expect((await browser.change('POST', '/sign-in', { login: 'ada', password: wrong })).statusCode).toBe(401);
    const entered = await browser.change('POST', '/sign-in', { login: ' ADA', password });
    expect(entered.json()).toMatchObject({ operator: { administrator: true }, token: browser.token() });
    const out = await browser.change('POST', '/sign-out', {});
    expect(out.json()).toEqual({});
    expect(out.headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
    expect(browser.jar.size).toBe(0);
    expect((await browser.get('/session')).json()).not.toHaveProperty('operator');
  });
});
