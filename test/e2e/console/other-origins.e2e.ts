import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { stage } from './stage.ts';
import type { Act, Stage } from './stage.ts';

const on: { stage?: Stage; act?: Act } = {};
beforeAll(async () => {
  on.stage = await stage();
  on.act = await on.stage.act();
});
afterAll(() => on.stage?.close());

/** Somebody else's page, opened by whoever is signed in to the console in the same browser. Port 9 is another origin of the same site. */
async function visit(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  await page.route(`${origin}/**`, async (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Win a boat</h1>' }),
  );
  await page.goto(`${origin}/`);
  return page;
}

/** Everything a page can send to another origin without being asked. */
async function sendAll(page: Page, address: string): Promise<void> {
  await page.evaluate(async (url) => {
    const send = async (how: RequestInit) => fetch(url, { credentials: 'include', ...how }).catch(() => undefined);
    await send({ method: 'POST', mode: 'no-cors', body: '{}' });
    await send({ method: 'POST', mode: 'no-cors', body: new URLSearchParams({ csrf: 'x' }) });
    await send({ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    navigator.sendBeacon(url, '{}');
    for (const enctype of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data']) {
      const frame = document.createElement('iframe');
      frame.name = enctype;
      const form = document.createElement('form');
      Object.assign(form, { method: 'POST', action: url, enctype, target: enctype });
      const loaded = new Promise((done) => frame.addEventListener('load', done));
      document.body.append(frame, form);
      form.submit();
      await loaded;
    }
  }, `${address}/api/v1/kill-switch`);
}

describe.each(['https://win-a-boat.test', 'http://127.0.0.1:9', 'http://localhost:9'])('a page of %s', (origin) => {
  it('changes nothing with the session of whoever opens it', async () => {
    const act = on.act!;
    const { context } = await act.signedIn();
    const page = await visit(context, origin);
    await sendAll(page, act.address);
    expect((await act.storage.api.killSwitch.state()).thrown).toBe(false);
  });

  it('cannot frame the console, nor look into a window it opens', async () => {
    const act = on.act!;
    const { context } = await act.signedIn();
    const page = await visit(context, origin);
    const seen = await page.evaluate(async (address) => {
      const frame = document.createElement('iframe');
      const loaded = new Promise((done) => frame.addEventListener('load', done));
      frame.src = `${address}/people`;
      document.body.append(frame);
      await loaded;
      const opened = window.open(`${address}/people`);
      try {
        return { length: frames.length, document: opened?.document.title ?? 'severed' };
      } catch {
        return { length: frames.length, document: 'refused' };
      }
    }, act.address);
    expect(['refused', 'severed', '']).toContain(seen.document);
    const framed = page.frames().filter((frame) => frame !== page.mainFrame());
    expect(framed.map((frame) => frame.url())).toEqual(['chrome-error://chromewebdata/']);
  });
});

describe('the console itself', () => {
  it('may do what those pages may not', async () => {
    const act = on.act!;
    const { open } = await act.signedIn();
    const page = await open('/people');
    const status = await page.evaluate(async () => {
      const session: unknown = await (await fetch('/session')).json();
      const token = typeof session === 'object' && session !== null && 'token' in session ? String(session.token) : '';
      return (await fetch('/api/v1/kill-switch', { method: 'POST', headers: { 'x-lethe-csrf': token } })).status;
    });
    expect(status).toBe(200);
    expect((await act.storage.api.killSwitch.state()).thrown).toBe(true);
  });
});
