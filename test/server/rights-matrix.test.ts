import { beforeAll, describe, expect, it } from '@jest/globals';
import { ADMINISTRATORS, rights } from '@lethe/core';
import { Browser, TestGround, signedIn } from '@lethe/server/testing';
import type { Answer } from '@lethe/server/testing';
import { filled, operationsOf, routesOf } from './every-route.ts';
import type { App, Operation } from './every-route.ts';

const grants = Object.fromEntries(rights.map((right) => [`may-${right}`, [right]]));
const test = new TestGround({ permissions: { activation: ['members', ADMINISTRATORS], grants } });

const roles = ['nobody', 'without rights', ...rights, 'administrator', 'revoked'] as const;
type Role = (typeof roles)[number];

/** Whether somebody of that role may come through to a route. */
function mayPass(role: Role, needs: string): boolean {
  if (needs === 'nobody') return true;
  if (role === 'nobody' || role === 'revoked') return false;
  return needs === 'signed-in' || role === 'administrator' || role === needs;
}

/** Something that is there, and something nobody has: who may not see it must not be told which is which. */
const nothing = { id: 'op-00000000000000000000000000', host: 'no-such-host', name: 'none', kind: 'none' };

describe('S1 role x endpoint x account', () => {
  let app: App;
  let ground: ReturnType<TestGround['ground']>;
  let there: Readonly<Record<string, string>> = {};
  let operations: readonly Operation[] = [];
  beforeAll(async () => {
    // Rates are another test's: here every route is asked by everybody.
    ground = test.ground({ server: { limits: { operatorPerMinute: 100_000, addressPerMinute: 100_000 } } });
    app = await test.serve(ground);
    operations = operationsOf(app);
    there = { ...nothing, id: (await signedIn(app, ground)).id, host: 'sandbox' };
  });

  async function browserOf(role: Role): Promise<Browser> {
    if (role === 'nobody') {
      const browser = new Browser(app, ground);
      await browser.get('/session');
      return browser;
    }
    const groups = role === 'without rights' ? ['members'] : ['members', `may-${role}`];
    const { browser, id } = await signedIn(app, ground, { groups, administrator: role === 'administrator' });
    if (role === 'revoked') await ground.store.signIn.revoke(id, 'op-of-the-test');
    return browser;
  }

  async function ask(browser: Browser, { method, path }: Operation, filling: typeof there): Promise<Answer> {
    const url = filled(path, filling, crypto.randomUUID());
    return method === 'GET' ? browser.get(url) : browser.change(method, url, method === 'DELETE' ? undefined : {});
  }

  it('describes every route there is, and each says who may use it', () => {
    const described = operations.map(({ method, path }) => `${method} ${path}`);
    expect([...described, 'GET /api/openapi.json'].sort()).toEqual([...new Set(routesOf(app))].sort());
    const known = ['nobody', 'signed-in', 'administrator', ...rights];
    expect(operations.filter(({ needs }) => !known.includes(needs))).toEqual([]);
  });

  it('lets nobody in particular use what has been looked at, and nothing else', () => {
    const open = operations.filter((one) => one.needs === 'nobody' && !isConsolePage(one));
    const routes = open.map(({ method, path }) => `${method} ${path}`);
    expect(routes.filter((route) => !opened.has(route))).toEqual([]);
  });

  it.each(roles.map((role) => [role]))('lets %s through where they may, and nowhere else', async (role) => {
    for (const operation of operations.filter((one) => !isConsolePage(one))) {
      const browser = await browserOf(role);
      const answers = [await ask(browser, operation, nothing), await ask(browser, operation, there)];
      const seen = answers.map(({ statusCode, body }) => ({ statusCode, code: codeIn(body) }));
      const about = `${role} ${operation.method} ${operation.path}`;
      if (mayPass(role, operation.needs)) {
        const refused = seen.filter(({ code }) => code === 'right-missing' || code === 'not-signed-in');
        expect([about, refused]).toEqual([about, []]);
        continue;
      }
      const out = role === 'nobody' || role === 'revoked';
      const expected = out ? { statusCode: 401, code: 'not-signed-in' } : { statusCode: 403, code: 'right-missing' };
      expect([about, seen]).toEqual([about, [expected, expected]]);
      expect(answers[0]?.body).toBe(answers[1]?.body);
    }
  });
});

/** The console: the same page at each of its addresses and for everybody. It shows nothing that it has not asked the API for. */
const consolePages: ReadonlySet<string> = new Set([
  ...['/', '/sign-in', '/sign-in/code', '/setup', '/assets/{file}'],
  ...[
    '/people',
    '/people/{host}/{person}',
    '/from',
    '/reviews/{id}',
    '/approvals',
    '/runs',
    '/runs/{id}',
    '/runs/{id}/certificate',
  ],
  ...['/watch', '/ledger', '/hosts', '/hosts/new', '/hosts/{name}', '/settings', '/settings/{part}'],
]);

function isConsolePage({ method, path }: Operation): boolean {
  return method === 'GET' && consolePages.has(path);
}

/** Read by a person: what these do without a session is written beside them. */
const opened: ReadonlySet<string> = new Set([
  'GET /session',
  // Prove who somebody is: throttled, and the same answer for whoever does not exist.
  ...['POST /sign-in', 'POST /setup', 'POST /sign-in/code', 'GET /sign-in/open-id', 'GET /sign-in/open-id/answer'],
  // From a host's menu: a page that explains; a signed word in place of a session; what was admitted, under a token of ours.
  ...['GET /entry', 'POST /entry', 'POST /entry/begin'],
  // Ends the session of the browser that asks, if it has one.
  'POST /sign-out',
  // Links of the organization, for the page before the sign-in.
  'GET /api/v1/links',
  // Public keys: whoever was handed a certificate has no account here.
  'GET /api/v1/certificate-key',
  // Counts and states, no personal data.
  ...['GET /health', 'GET /ready', 'GET /metrics'],
]);

function codeIn(body: string): unknown {
  const parsed: unknown = body.startsWith('{') ? JSON.parse(body) : {};
  return typeof parsed === 'object' && parsed !== null && 'error' in parsed ? parsed.error : undefined;
}
