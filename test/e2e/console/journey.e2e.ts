import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sandboxHost } from '@lethe/sandbox';
import type { Page } from 'playwright-core';
import { digestOf, expectSound, hostile, peopleIn, poison, tabTo, writeSetting } from './journey-steps.ts';
import type { Somebody } from './journey-steps.ts';
import type { Seat } from './seat.ts';
import { stage, type Act, type Stage } from './stage.ts';

// A run is as fast as the machine is: nothing here is about speed.
jest.setTimeout(300_000);
const PATIENCE = 90_000;

const on: { stage?: Stage; act?: Act } = {};
/** Everybody is used once: whoever was anonymized goes by nothing any more. Those with the most tickets come first. */
const people: Somebody[] = [];
function next(how: 'many' | 'few' = 'few'): Somebody {
  const somebody = how === 'many' ? people.shift() : people.pop();
  if (somebody === undefined) throw new RangeError('The sandbox has more people.');
  return somebody;
}

beforeAll(async () => {
  on.stage = await stage();
  on.act = await on.stage.act();
  // A sandbox is made when it is first opened.
  await sandboxHost({ folder: on.act.sandbox });
  people.push(...peopleIn(on.act.sandbox));
});
afterAll(() => on.stage?.close());

/** Signs the first administrator in with the keyboard, as after a first start. */
async function setUp(page: Page): Promise<void> {
  await page.keyboard.type('ines');
  await page.keyboard.press('Tab');
  await page.keyboard.type('a calm river at night');
  await page.keyboard.press('Enter');
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/setup'));
}

/** What a page of the journey shows, as text. */
async function textOf(page: Page): Promise<string> {
  return page.locator('main').innerText();
}

/** The phrase a review asks for, whatever the language. */
async function phraseOn(page: Page): Promise<string> {
  return /[A-Z]{6,} \d+/u.exec(await textOf(page))?.[0] ?? '';
}

describe('from a first start to a finished anonymization', () => {
  it('PI-03 PI-04 PI-05 PI-06 PI-16 PI-18 HD-02 by the keyboard alone, over a reload and a closed tab', async () => {
    const { address, served, sandbox, storage } = on.act!;
    const { context, open, complaints, strangers } = await on.act!.seat();
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    const page = await open(`/setup#code=${served.setupCode ?? ''}`);
    page.setDefaultTimeout(PATIENCE);
    await setUp(page);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto(`${address}/`);
    await page.getByText('Nothing waits for anybody.').waitFor();
    await expectSound(page);
    const ada = next('many');
    const before = digestOf(sandbox);

    await tabTo(page, /^People$/u);
    await page.keyboard.press('Enter');
    await tabTo(page, /Search for one or more records to anonymize\./u);
    await tabTo(page, /^Email addresses/u);
    await page.keyboard.type(`${ada.address.toUpperCase()} nobody@acme.test, ${ada.address}`);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 person found' }).waitFor();
    expect(await textOf(page)).toMatch(/nobody@acme\.test\s+no match/u);
    expect(await textOf(page)).toContain('was typed twice');
    await page.getByText('Nothing stands in the way.').waitFor();
    await expectSound(page);
    await tabTo(page, /^Review anonymization/u);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'At a glance' }).waitFor();
    const review = await textOf(page);
    expect(review).toContain('Anonymized records cannot be restored.');
    expect(review).toContain('only when you are confident that the data is not needed again');
    await expectSound(page);
    expect(digestOf(sandbox)).toBe(before);
    expect(await storage.api.runRows({ most: 10 })).toEqual([]);

    const phrase = await phraseOn(page);
    await tabTo(page, /^Type /u);
    await page.keyboard.type(`${phrase}0`);
    await page.keyboard.press('Enter');
    // What stays has to be ticked off first, and has the focus now.
    await page.getByText(/First tick above/u).waitFor();
    const boxes = await page.getByRole('checkbox').count();
    await page.keyboard.press('Space');
    for (let box = 1; box < boxes; box += 1) {
      await tabTo(page, /^I know that/u);
      await page.keyboard.press('Space');
    }
    await tabTo(page, /^Type /u);
    await page.keyboard.press('Enter');
    await page.getByText('That is not the phrase.', { exact: false }).waitFor();
    expect(digestOf(sandbox)).toBe(before);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(phrase);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/runs\//u);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await storage.api.runRows({ most: 10 })).toHaveLength(1);
    const run = page.url();
    await page.close();

    const later = await open('/runs');
    later.setDefaultTimeout(PATIENCE);
    await later.getByRole('link', { name: new RegExp(`account ${ada.id} `, 'u') }).focus();
    await later.keyboard.press('Enter');
    await later.getByRole('link', { name: 'Certificate' }).waitFor();
    expect(later.url()).toBe(run);
    expect(await textOf(later)).toContain('Result for each place');
    await expectSound(later);
    expect(digestOf(sandbox)).not.toBe(before);
    await later.goto(`${address}/people`);
    await later.getByRole('textbox').fill(ada.address);
    await later.getByRole('textbox').press('Enter');
    await later.getByText('no match').waitFor();
    expect(asked.filter((url) => url.includes('@') || url.includes(encodeURIComponent(ada.address)))).toEqual([]);
    expect(await later.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain('@');
    expect([complaints, strangers]).toEqual([[], []]);
  });

  it('PI-03 the other mode has no input of this one, which is gone when one comes back', async () => {
    const { open } = await on.act!.signedIn();
    const page = await open('/people');
    page.setDefaultTimeout(PATIENCE);
    await page.getByRole('textbox').fill('somebody@acme.test');
    await page.getByLabel('Anonymize records in bulk.').check();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.getByLabel('Search for one or more records to anonymize.').check();
    expect(await page.getByRole('textbox').inputValue()).toBe('');
    await page.close();
  });
});

const seats: readonly (Required<Pick<Seat, 'locale' | 'scheme' | 'width'>> & { readonly words: readonly string[] })[] =
  [
    { locale: 'de-DE', scheme: 'dark', width: 360, words: ['Auf einen Blick', 'Anonymisierte Datensätze'] },
    { locale: 'fr-FR', scheme: 'light', width: 360, words: ['En un coup d’œil', 'ne peuvent pas être restaurés'] },
    { locale: 'es-ES', scheme: 'dark', width: 1440, words: ['De un vistazo', 'no se pueden restaurar'] },
    { locale: 'sv-SE', scheme: 'light', width: 1440, words: ['I korthet', 'går inte att återställa'] },
  ];

it.each(seats)('in $locale, $scheme, $width pixels wide, every page is whole', async ({ words, ...seat }) => {
  const { address } = on.act!;
  const { open, complaints, strangers } = await on.act!.signedIn({ ...seat, height: 740 });
  const somebody = next();
  const page = await open('/people');
  page.setDefaultTimeout(PATIENCE);
  await page.getByRole('textbox').fill(somebody.address);
  await page.getByRole('textbox').press('Enter');
  await page.locator('.account-row button').click();
  await page.waitForURL(/\/reviews\//u);
  for (const word of words) await page.getByText(word, { exact: false }).first().waitFor();
  await expectSound(page);
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.locator('form input:not([type="radio"])').fill(await phraseOn(page));
  await page.locator('form button[type="submit"]').click();
  await page.waitForURL(/\/runs\//u);
  await page.locator('a[href$="/certificate"]').waitFor();
  await expectSound(page);
  for (const path of ['/', `/people/sandbox/${next().id}`, '/runs', '/approvals', '/ledger']) {
    await page.goto(`${address}${path}`);
    await page.locator('main .panel').first().waitFor();
    await expectSound(page);
  }
  await page.locator('form button[type="submit"]').click();
  await page.locator('code').waitFor();
  expect([complaints, strangers]).toEqual([[], []]);
});

it('what a host’s people wrote is shown as text in every field they can fill', async () => {
  const { sandbox } = on.act!;
  // Whoever has many tickets has fields in them that are blanked, and so are shown by name.
  const somebody = next('many');
  poison(sandbox, somebody);
  const { open, complaints, strangers } = await on.act!.signedIn();
  const page = await open('/people');
  page.setDefaultTimeout(PATIENCE);
  await page.getByRole('textbox').fill(somebody.address);
  await page.getByRole('textbox').press('Enter');
  await page.getByRole('button', { name: /^Review anonymization/u }).click();
  await page.getByRole('heading', { name: 'At a glance' }).waitFor();
  for (const fold of await page.locator('details > summary').all()) await fold.click();
  const shown = await textOf(page);
  const [img, , , link] = hostile;
  expect(shown).toContain(img);
  expect(shown).toContain(link);
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByLabel(/^Type /u).fill(await phraseOn(page));
  await page.getByRole('button', { name: 'Anonymize records' }).click();
  await page.getByRole('link', { name: 'Certificate' }).waitFor();
  for (const fold of await page.locator('details > summary').all()) await fold.click();
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(await page.locator('main img, main script, main svg[onload]').count()).toBe(0);
  expect([complaints, strangers]).toEqual([[], []]);
});

it('whoever asks for a run does not approve it; somebody else does, and the kill switch stops everything', async () => {
  const { address } = on.act!;
  const somebody = next();
  const requester = await on.act!.signedIn();
  const page = await requester.open('/people');
  page.setDefaultTimeout(PATIENCE);
  await writeSetting(page, { name: 'approvals', document: { second: 'always' } });
  await page.getByRole('textbox').fill(somebody.address);
  await page.getByRole('textbox').press('Enter');
  await page.getByRole('button', { name: /^Review anonymization/u }).click();
  await page.getByRole('heading', { name: 'At a glance' }).waitFor();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByLabel(/^Type /u).fill(await phraseOn(page));
  await page.getByRole('button', { name: 'Anonymize records' }).click();
  await page.getByText('It waits for a second person').waitFor();
  await page.getByRole('link', { name: 'To what waits' }).click();
  await page.getByText('You asked for this run').waitFor();
  expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  await expectSound(page);

  const second = await on.act!.signedIn({ name: 'Bo Lind' });
  const other = await second.open('/approvals');
  other.setDefaultTimeout(PATIENCE);
  await other.getByRole('button', { name: 'Approve' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Go back' }).and(other.locator(':focus')).waitFor();
  await other.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await other.getByText('No run waits for a second person.').waitFor();
  await other.goto(`${address}/`);
  await other.getByRole('button', { name: 'Stop every run' }).click();
  await other.getByRole('button', { name: 'Stop every run now' }).click();
  await other.getByText('No run may begin or go on.').waitFor();
  await expectSound(other);
  await other.getByRole('button', { name: 'Allow runs again' }).click();
  await other.getByRole('button', { name: 'Allow them' }).click();
  await other.getByText('Runs may begin and go on.').waitFor();
  expect([requester.complaints, second.complaints, requester.strangers, second.strangers]).toEqual([[], [], [], []]);
});
