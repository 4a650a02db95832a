import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { stage } from './stage.ts';
import type { Act } from './stage.ts';

const folder = join(import.meta.dirname, '../../../docs/pictures');
const MIRA = 'mira.halvorsen@brightwater.test';

/** Takes the pictures of the console, each from the real one in Chromium, in front of the sandbox. */
async function pictures(act: Act): Promise<void> {
  await mkdir(folder, { recursive: true });
  const bright = await act.signedIn();
  const page = await bright.open('/people');
  page.setDefaultTimeout(90_000);
  await search(page);
  await take(page, 'people');
  await page
    .getByRole('button', { name: /^Review anonymization of/u })
    .first()
    .click();
  await page.getByRole('heading', { name: 'At a glance' }).waitFor();
  await take(page, 'review');
  await confirm(page);
  await page.waitForURL(/\/runs\//u);
  await page.getByRole('link', { name: 'Certificate' }).waitFor();
  await take(page, 'run');
  const run = new URL(page.url()).pathname;
  await afterwards(act, run);
}

async function search(page: Page): Promise<void> {
  await page.getByRole('textbox').fill(MIRA);
  await page.getByRole('textbox').press('Enter');
  await page.getByRole('heading', { name: /found$/u }).waitFor();
  await page.getByText('Nothing stands in the way.').first().waitFor();
}

/** Ticks off what stays, types what is asked for, and starts. */
async function confirm(page: Page): Promise<void> {
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  const phrase = /[A-Z]{6,} \d+/u.exec(await page.locator('main').innerText())?.[0] ?? '';
  const field = page.getByRole('textbox', { name: /^Type /u });
  await field.fill(phrase);
  await field.press('Enter');
}

/** The run's certificate and the overview in the dark, and the run on a phone. */
async function afterwards(act: Act, run: string): Promise<void> {
  const dark = await act.signedIn({ scheme: 'dark' });
  const page = await dark.open(`${run}/certificate`);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await take(page, 'certificate-dark');
  await page.goto(`${act.address}/`);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await take(page, 'overview-dark');
  const phone = await act.signedIn({ width: 360, height: 740 });
  const small = await phone.open(run);
  await small.getByRole('link', { name: 'Certificate' }).waitFor();
  await take(small, 'run-phone');
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `console-${name}.png`), animations: 'disabled' });
  console.log(`docs/pictures/console-${name}.png`);
}

const played = await stage();
await pictures(await played.act());
await played.close();
