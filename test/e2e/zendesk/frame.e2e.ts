import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launch, seated } from './browser.ts';
import { HelpDesk } from './frame/help-desk.ts';
import { scene } from './scene.ts';

const sdk = 'https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js';

/** A page that asks the framework for everything the app asks it for, and writes down what came. */
const probe = `<!doctype html><html lang="en"><title>Probe</title><pre id="o"></pre><script src="${sdk}"></script><script>
const client = ZAFClient.init();
const seen = {};
(async () => {
  const context = await client.context();
  seen.location = context.location;
  const show = () => { document.querySelector('#o').textContent = JSON.stringify(seen); };
  if (context.location === 'modal') { seen.hash = location.hash; show(); return; }
  seen.settings = (await client.metadata()).settings;
  seen.got = await client.get(['currentUser.id', 'currentUser.role', 'user.id', 'ticket.id', 'colorScheme']);
  const options = { autoRetry: false, httpCompleteResponse: true };
  seen.me = (await client.request({ url: '/api/v2/users/me', type: 'GET', ...options })).responseJSON.user.name;
  seen.failed = await client.request({ url: '/api/v2/tickets/999999', type: 'GET', ...options }).catch(({ status, responseJSON }) => [status, responseJSON.error]);
  client.on('app.activated', () => {});
  const opened = await client.invoke('instances.create', { location: 'modal', url: 'assets/iframe.html#person=u1', size: { width: '300px', height: '200px' } });
  client.instance(opened['instances.create'][0].instanceGuid).on('modal.close', () => { seen.closed = true; show(); });
  await client.invoke('resize', { height: '321px' });
  show();
})().catch((error) => { document.querySelector('#o').textContent = 'failed: ' + error.message; });
</script></html>`;

const world = scene();
const place: { browser?: Browser; desk?: HelpDesk; folder?: string } = {};

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lethe-probe-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets/iframe.html'), probe);
  place.folder = folder;
  place.desk = await HelpDesk.open({ zendesk: world.zendesk, app: folder, settings: { user_groups: 'Privacy' } });
  place.browser = await launch();
});
afterAll(async () => {
  await place.browser?.close();
  await place.desk?.close();
  await rm(place.folder ?? '', { recursive: true, force: true });
});

describe("the page plays Zendesk's frame for the real SDK", () => {
  it('answers what an app reads, sends its calls in the session of the agent, opens and closes its modal', async () => {
    const { open, strangers } = await seated(place.browser!, { at: place.desk!.address, agent: world.ines });
    const page = await open(`/agent/users/${String(world.mila)}`);
    const panel = page.frameLocator('iframe[data-location=user_sidebar]').locator('#o');
    await panel.filter({ hasText: 'failed' }).waitFor();
    const modal = page.frameLocator('iframe[data-location=modal]').locator('#o');
    await modal.filter({ hasText: 'hash' }).waitFor();
    expect(JSON.parse(await modal.innerText())).toEqual({ location: 'modal', hash: '#person=u1' });
    await page.getByRole('button', { name: 'Close' }).click();
    await panel.filter({ hasText: 'closed' }).waitFor();
    expect(JSON.parse(await panel.innerText())).toEqual({
      location: 'user_sidebar',
      settings: { user_groups: 'Privacy' },
      got: expect.objectContaining({ 'currentUser.id': world.ines, 'user.id': world.mila, colorScheme: 'light' }),
      me: 'Ines Okafor',
      failed: [404, 'RecordNotFound'],
      closed: true,
    });
    expect(
      await page
        .locator('iframe')
        .first()
        .evaluate((frame) => frame.clientHeight),
    ).toBe(321);
    expect(place.desk!.callsOf(world.ines).map(({ url }) => url)).toEqual([
      '/api/v2/users/me',
      '/api/v2/tickets/999999',
    ]);
    expect(strangers).toEqual([]);
  });
});
