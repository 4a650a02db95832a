import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { PersonId } from '@lethe/core';
import { approvalsSchema, watchSchema } from '@lethe/settings';
import type { Page } from 'playwright-core';
import { cutTexts, overhangOf, violationsIn } from './looked-at.ts';
import type { Seat } from './seat.ts';
import { stage, type Act, type Stage } from './stage.ts';

const on: { stage?: Stage; act?: Act } = {};
beforeAll(async () => {
  on.stage = await stage();
  on.act = await on.stage.act();
});
afterAll(() => on.stage?.close());

const run = crypto.randomUUID();

async function cameBack(person: string): Promise<void> {
  const hit = { person: person as PersonId, run, place: 'same-host', kinds: ['addresses', 'logins'] } as const;
  await on.act!.storage.returns.flag('sandbox', hit);
}

async function isWellMade(page: Page): Promise<void> {
  expect(await violationsIn(page)).toEqual([]);
  expect(await overhangOf(page)).toBeLessThanOrEqual(0);
  // Heads of tables are for whoever hears the page where tables are cards.
  expect((await cutTexts(page)).filter((text) => !text.startsWith('THEAD'))).toEqual([]);
}

it('somebody who came back is decided about with the keyboard alone, once', async () => {
  await cameBack('u-901');
  const { open, complaints, strangers } = await on.act!.signedIn({ width: 360, height: 740 });
  const page = await open('/watch');
  await page.getByText('u-901').waitFor();
  await isWellMade(page);
  await page.getByRole('button', { name: 'Another person' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  // The way back has the focus; what decides comes after it.
  await page.getByRole('button', { name: 'Go back' }).last().waitFor();
  await isWellMade(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Nobody who was erased was seen again.').waitFor();
  expect(await on.act!.storage.returns.ofRun(run)).toMatchObject([{ person: 'u-901', state: 'another-person' }]);
  await page.getByRole('button', { name: 'Look now' }).click();
  await page.getByText('Nobody is to be recognized').waitFor();
  expect([complaints, strangers]).toEqual([[], []]);
}, 120_000);

it('who waits for whom, and for how long, is set in a form', async () => {
  const { open, complaints, strangers } = await on.act!.signedIn({});
  const page = await open('/settings/waiting');
  await page.getByLabel('In some cases').check();
  await page.getByLabel('With more places to blank than').fill('40');
  await page.getByLabel('From this many runs of one person in a night').fill('5');
  await page.getByLabel('Minutes every approved run waits').fill('30');
  await page.getByLabel('Every run waits for one').check();
  await isWellMade(page);
  const [approvals, watch] = [
    page.getByRole('button', { name: 'Save' }).first(),
    page.getByRole('button', { name: 'Save' }).last(),
  ];
  await approvals.click();
  await page.getByText('Version 1').waitFor();
  await page.getByLabel('Days erased people are recognized').fill('90');
  await watch.click();
  await page.getByText('Version 1').nth(1).waitFor();
  const { settings } = on.act!.storage;
  expect(await settings.read({ name: 'approvals', schema: approvalsSchema })).toMatchObject({
    document: { second: { aboveSteps: 40, aboveRuns: 5 }, waitMinutes: 30, begin: 'tonight' },
  });
  expect(await settings.read({ name: 'watch', schema: watchSchema })).toMatchObject({ document: { keepDays: 90 } });
  expect([complaints, strangers]).toEqual([[], []]);
}, 120_000);

it('mails go where one says, in one’s language, about what one wants', async () => {
  const { open, operator, complaints, strangers } = await on.act!.signedIn({ scheme: 'dark' });
  const page = await open('/settings/notices');
  await page.getByText('no mail server is set').waitFor();
  await page.getByLabel('Your mail address').fill('ines@example.test');
  await page.locator('main select').selectOption('sv');
  await page.getByLabel('a run of mine stopped').uncheck();
  await isWellMade(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  expect(await on.act!.storage.notices.preferencesOf(operator)).toEqual({
    ...{ address: 'ines@example.test', own: true, language: 'sv', unwanted: ['stopped'] },
  });
  expect(
    await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])),
  ).not.toContain('ines@');
  expect([complaints, strangers]).toEqual([[], []]);
}, 120_000);

const looks: readonly Seat[] = [
  { locale: 'de-DE', scheme: 'dark', width: 360 },
  { locale: 'fr-FR', width: 360 },
  { locale: 'es-ES', scheme: 'dark' },
  { locale: 'sv-SE' },
];
it.each(looks.map((look) => [look.locale ?? '', look] as const))(
  'every page of it is well made in %s',
  async (_, look) => {
    await cameBack(`u-${look.locale ?? ''}`);
    const { open, complaints, strangers } = await on.act!.signedIn(look);
    for (const path of ['/watch', '/settings/waiting', '/settings/notices']) {
      const page = await open(path);
      await page.locator('main button').first().waitFor();
      await isWellMade(page);
      await page.close();
    }
    expect([complaints, strangers]).toEqual([[], []]);
  },
  120_000,
);
