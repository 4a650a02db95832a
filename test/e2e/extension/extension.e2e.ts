import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leverHost, leverPages } from '@lethe/lever';
import { addressOf, ApiBench, TestGround } from '@lethe/server/testing';
import type { Browser } from '@lethe/server/testing';
import { virtualClock } from '@lethe/core/testing';
import type { Locator, Page } from 'playwright-core';
import en from '../../../packages/extension/app/_locales/en/messages.json' with { type: 'json' };
import { dumpOf } from '../../../plugins/lever/test/fake/dump.ts';
import { Seed } from '../../../plugins/lever/test/fake/seed.ts';
import { FakeLever } from '../../../plugins/lever/test/fake/server.ts';
import { portTo } from '../../../plugins/lever/test/testbed.ts';
import { extendedBrowser } from './extended-browser.ts';
import type { ExtendedBrowser } from './extended-browser.ts';
import { listPage, opportunityPage } from './lever-pages.ts';
import type { Row } from './lever-pages.ts';

const DAY = 86_400_000;
const LEVER = 'https://hire.lever.co';
const clock = virtualClock();

interface Stage {
  readonly fake: FakeLever;
  readonly opportunities: Readonly<Record<'archived' | 'open' | 'hired' | 'expired' | 'consented' | 'unasked', string>>;
  readonly browser: ExtendedBrowser;
  readonly server: string;
  readonly bench: ApiBench;
  /** All that is stored in Lever, as one text. */
  readonly everything: () => string;
}
const on: { stage?: Stage } = {};
// Before the server, which waits for the browser's connections.
afterAll(async () => {
  await on.stage?.browser.close();
  await on.stage?.fake.close();
});
const test = new TestGround();

beforeAll(async () => {
  const seed = new Seed(clock);
  const contact = (): string => seed.contact({ name: 'Ada Quellstone', emails: ['ada@quellstone.test'] });
  const store = (days: number) => ({
    store: { allowed: true, expiresAt: clock.now().getTime() + days * DAY },
    contact: { allowed: true, expiresAt: null },
  });
  const opportunities = {
    archived: seed.opportunity(contact(), {}),
    open: seed.opportunity(contact(), { archived: null }),
    hired: seed.opportunity(contact(), { archived: 'hired' }),
    expired: seed.opportunity(contact(), { dataProtection: store(-10) }),
    consented: seed.opportunity(contact(), { dataProtection: store(10_000) }),
    unasked: seed.opportunity(contact(), { dataProtection: null }),
  };
  const fake = await FakeLever.start(seed.lever);
  const hosts = { hiring: leverHost(portTo(fake, clock), { clock }) };
  const bench = await ApiBench.open(test, { hosts, pages: leverPages });
  const server = await addressOf(bench.app);
  const browser = await extendedBrowser();
  await browser.pointTo(server);
  const everything = (): string => [...dumpOf(seed.lever)].join('\n');
  on.stage = { fake, opportunities, browser, server, bench, everything };
}, 120_000);

/** A tab on a made-up page of Lever, with somebody of these groups signed in to the server. */
async function tab(path: string, body: string, groups: readonly string[] | 'nobody' = ['runners']): Promise<Page> {
  const { browser, server, bench } = on.stage!;
  await browser.context.clearCookies();
  if (groups !== 'nobody') await carry((await bench.operator({ groups })).browser, server);
  const page = await browser.context.newPage();
  await page.route(`${LEVER}/**`, async (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${LEVER}${path}`);
  return page;
}

async function carry({ jar }: Browser, server: string): Promise<void> {
  const { hostname } = new URL(server);
  const cookies = [...jar].map(([name, value]) => ({ name, value, domain: hostname, path: '/' }));
  await on.stage!.browser.context.addCookies(
    cookies.map((cookie) => ({ ...cookie, httpOnly: true, sameSite: 'Strict' as const })),
  );
}

const button = (page: Page): Locator => page.getByRole('button', { name: en.anonymize.message });
const entryIn = (page: Page, menu: string): Locator => page.locator(`#${menu} [data-lethe]`);

async function pageOf(which: keyof Stage['opportunities'], groups?: readonly string[] | 'nobody'): Promise<Page> {
  return tab(`/candidates/${on.stage!.opportunities[which]}`, opportunityPage(on.stage!.opportunities.open), groups);
}

/** Where the tab that a click opens leads. */
async function ledTo(page: Page, click: () => Promise<void>): Promise<string> {
  const opened = page.context().waitForEvent('page');
  await click();
  const next = await opened;
  await next.waitForURL(/127\.0\.0\.1/);
  const url = next.url();
  await next.close();
  return url;
}

describe('an opportunity in Lever', () => {
  it('LV-10 has an entry in its ellipsis menu, which leads to the review of the opportunity, and writes nothing', async () => {
    const page = await pageOf('archived');
    const before = on.stage!.everything();
    await button(page).waitFor();
    await page.getByRole('button', { name: 'More actions' }).click();
    const entry = entryIn(page, 'more');
    await entry.waitFor();
    expect(await entry.getAttribute('class')).toBe('item');
    const url = await ledTo(page, async () => entry.click());
    const shown = `${LEVER}/candidates/${on.stage!.opportunities.archived}`;
    expect(url).toBe(`${on.stage!.server}/from#${encodeURIComponent(shown)}`);
    expect(on.stage!.everything()).toBe(before);
  });

  it.each([
    ['open', en.becauseOpen.message],
    ['hired', en.becauseHired.message],
  ] as const)('LV-10 LV-03 disables it on one that is %s, and says why', async (which, because) => {
    const page = await pageOf(which);
    await button(page).waitFor();
    await page.getByRole('button', { name: 'More actions' }).click();
    const entry = entryIn(page, 'more');
    await entry.waitFor();
    expect(await entry.getAttribute('aria-disabled')).toBe('true');
    expect(await entry.getAttribute('title')).toBe(because);
  });

  it.each([
    ['expired', 1],
    ['consented', 0],
    ['unasked', 0],
  ] as const)('LV-09 shows a red banner only where the consent has run out: %s', async (which, banners) => {
    const page = await pageOf(which);
    await button(page).last().waitFor();
    const alert = page.getByRole('alert');
    expect(await alert.count()).toBe(banners);
    if (banners > 0) {
      expect(await alert.innerText()).toContain(en.consentEnded.message);
      expect(await alert.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(168, 7, 26)');
    }
  });

  it('goes on with the page, which loads nothing when it shows somebody else', async () => {
    const page = await pageOf('expired');
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    const other = page.getByRole('button', { name: new RegExp(en.becauseOpen.message) });
    await other.waitFor();
    expect(await other.count()).toBe(1);
  });

  it('shows nothing to somebody without the right, and the way in to whoever is not signed in', async () => {
    const without = await pageOf('archived', []);
    await without.getByRole('button', { name: 'More actions' }).click();
    await without.waitForTimeout(500);
    expect(await button(without).count()).toBe(0);
    expect(await entryIn(without, 'more').count()).toBe(0);
    const nobody = await pageOf('archived', 'nobody');
    await button(nobody).waitFor();
  });
});

describe('a list in Lever', () => {
  const rows = (): readonly Row[] => [
    ...Object.entries(on.stage!.opportunities)
      .slice(0, 5)
      .map(([name, opportunity]) => ({ name, opportunity })),
    { name: 'unreadable' },
  ];

  it('LV-05 has an entry for the rows that are ticked, which leads to them all, and none while nothing is', async () => {
    const page = await tab('/candidates', listPage(rows()));
    await page.getByRole('button', { name: 'Bulk actions' }).click();
    await page.waitForTimeout(300);
    expect(await entryIn(page, 'bulk').count()).toBe(0);
    const five = rows().slice(0, 5);
    for (const { name } of five) await page.getByRole('checkbox', { name }).check();
    // A tick for the whole list is nobody's.
    await page.getByRole('checkbox', { name: 'All' }).check();
    const entry = entryIn(page, 'bulk').filter({ hasText: '(5)' });
    await entry.waitFor();
    const url = await ledTo(page, async () => entry.click());
    const pages = five.map(({ opportunity = '' }) => encodeURIComponent(`${LEVER}/candidates/${opportunity}`));
    expect(url).toBe(`${on.stage!.server}/from#${pages.join(',')}`);
    for (const name of ['All', ...five.map((row) => row.name)]) await page.getByRole('checkbox', { name }).uncheck();
    await entry.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Your account' }).click();
    expect(await entryIn(page, 'account').count()).toBe(0);
  });

  it('leaves nobody out silently: where a ticked row cannot be read it leads to the search', async () => {
    const page = await tab('/candidates', listPage(rows()));
    for (const name of ['archived', 'unreadable']) await page.getByRole('checkbox', { name }).check();
    await page.getByRole('button', { name: 'Bulk actions' }).click();
    const entry = entryIn(page, 'bulk');
    await entry.waitFor();
    expect(await ledTo(page, async () => entry.click())).toMatch(/\/people$/);
  });
});
