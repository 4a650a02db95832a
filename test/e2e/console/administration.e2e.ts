import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { cutTexts, overhangOf, violationsIn } from './looked-at.ts';
import type { OperatorsBrowser } from './seat.ts';
import { stage, type Act, type Stage } from './stage.ts';

const on: { stage?: Stage; act?: Act } = {};
beforeAll(async () => {
  on.stage = await stage();
  on.act = await on.stage.act();
});
afterAll(() => on.stage?.close());

const pages = [
  ...['/hosts', '/hosts/new', '/hosts/sandbox', '/settings/operators', '/settings/groups', '/settings/rules'],
  ...['/settings/names', '/settings/links', '/settings/password'],
];

/** Goes through the pages in one tab, as somebody does who follows links. */
async function throughAll(seat: OperatorsBrowser, look: (page: Page, path: string) => Promise<void>): Promise<void> {
  const page = await seat.open('/hosts');
  for (const path of pages) {
    await page.goto(new URL(path, page.url()).href, { waitUntil: 'networkidle' });
    await page.locator('h1').waitFor();
    await look(page, path);
  }
  expect([seat.complaints, seat.strangers]).toEqual([[], []]);
}

describe('the pages of administration', () => {
  it.each([
    ['light', 1440, 'en-GB'],
    ['dark', 360, 'de-DE'],
  ] as const)('are without a violation of axe in %s at %i px', async (scheme, width, locale) => {
    await throughAll(await on.act!.signedIn({ scheme, width, locale }), async (page, path) => {
      expect([path, await violationsIn(page), await overhangOf(page)]).toEqual([path, [], 0]);
    });
  });

  it.each(['en-GB', 'de-DE', 'fr-FR', 'es-ES', 'sv-SE'])(
    'fit into 360 px in %s, with no text cut off',
    async (locale) => {
      await throughAll(await on.act!.signedIn({ width: 360, locale }), async (page, path) => {
        expect([path, await overhangOf(page), await cutTexts(page)]).toEqual([path, 0, []]);
      });
    },
  );
});

it('PI-01 LV-01 whoever may not configure sees no way to the settings, is told so at their address, and is refused by the API', async () => {
  const { open, context } = await on.act!.signedIn({ groups: ['desk'] });
  const page = await open('/settings/groups');
  await page.getByRole('heading', { name: 'Not for you' }).waitFor();
  expect(await page.getByRole('link', { name: 'Settings' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Hosts' }).count()).toBe(0);
  const refused = await context.request.get(`${on.act!.address}/api/v1/settings/permissions`);
  expect(refused.status()).toBe(403);
});

it('PI-02 the settings open on the people, and lead to anonymizing records under the organization', async () => {
  const { open } = await on.act!.signedIn();
  const page = await open('/hosts');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('heading', { name: 'Operators' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/settings/operators');
  const ways = page.getByRole('navigation', { name: 'Settings' });
  expect(await ways.getByText('Organization settings').count()).toBe(1);
  await ways.getByRole('link', { name: 'Anonymize records' }).click();
  await page.waitForURL('**/people');
});

it('LV-02 LR-02 PI-21 the note on legal advice and the links are shown, in the words of the organization once it has some', async () => {
  const { open } = await on.act!.signedIn();
  const page = await open('/settings/links');
  await page.getByText('Lethe does not give legal advice.').first().waitFor();
  expect(await page.getByRole('contentinfo').count()).toBe(0);
  await page.getByLabel('Privacy policy').fill('https://acme.example.test/privacy');
  await page.getByLabel('Note on legal advice').fill('Ask our counsel first.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Changed').or(page.getByText('Version')).first().waitFor();
  await page.reload();
  await page.getByRole('navigation', { name: 'Settings' }).getByText('Ask our counsel first.').waitFor();
  const link = page.locator('footer').getByRole('link');
  expect(await link.evaluateAll((links) => links.map((one) => one.getAttribute('href')))).toEqual([
    'https://acme.example.test/privacy',
  ]);
});

it('rules as text: faults have their line, and what would change is counted before it is saved', async () => {
  const { open } = await on.act!.signedIn();
  const page = await open('/settings/rules');
  await page.getByRole('tab', { name: 'As text' }).click();
  const text = page.getByLabel('All rules');
  const rules = await text.inputValue();
  await text.fill(rules.replace('"whole-list"', '"nobody"'));
  await page.getByRole('button', { name: 'Check' }).click();
  const line = rules.split('\n').findIndex((one) => one.includes('"copies"')) + 1;
  await page.getByText(`(line ${String(line)})`).waitFor();
  await text.fill(rules.replace('"whole-list"', '"subject-only"'));
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('1 setting would change.').waitFor();
  expect(await page.getByText('copies', { exact: true }).count()).toBe(1);
});

it('HD-04 switched off for everybody, the page says so, and whoever administers can still switch it on', async () => {
  const act = await on.stage!.act({ permissions: { activation: 'off', grants: {} } });
  const { open } = await act.signedIn();
  const page = await open('/settings/groups');
  await page.getByText('Off: nobody can anonymize anybody').waitFor();
  expect(await page.getByRole('link', { name: 'Hosts' }).count()).toBe(1);
  await page.getByRole('switch', { name: 'Administrators' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Off: nobody').waitFor({ state: 'detached' });
});

it('whose sign-in is too old proves it in place: what they were about to do is not lost', async () => {
  const { open } = await on.act!.signedIn({ minutesAgo: 30 });
  const page = await open('/settings/names');
  await page.getByLabel('Mention').fill('Somebody');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your sign-in is too old for this.').waitFor();
  expect(await page.getByLabel('Mention').inputValue()).toBe('Somebody');
  expect(await page.getByRole('button', { name: 'Sign in again' }).count()).toBe(1);
});
