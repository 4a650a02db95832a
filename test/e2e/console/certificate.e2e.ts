import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endingIn, inventedRecord, inventedSecrets, approvalOfRecord } from '@lethe/core/testing';
import type { Page } from 'playwright-core';
import { overhangOf, violationsIn } from './looked-at.ts';
import { stage, type Act, type Stage } from './stage.ts';

const on: { stage?: Stage; act?: Act; run?: string } = {};
beforeAll(async () => {
  on.stage = await stage();
  on.act = await on.stage.act();
  const record = { ...inventedRecord(), host: 'sandbox' };
  await on.act.storage.savePlan(record, inventedSecrets());
  const owned = await on.act.storage.begin(record.id, approvalOfRecord(record));
  on.run = (await owned.end(endingIn('done'))).id;
});
afterAll(() => on.stage?.close());

async function isWellMade(page: Page): Promise<void> {
  expect(await violationsIn(page)).toEqual([]);
  expect(await overhangOf(page)).toBeLessThanOrEqual(0);
}

it('a certificate is read, filed away, linked to its person and verified, in every language and at 360 px', async () => {
  const { open, complaints, strangers } = await on.act!.signedIn({ width: 360, height: 740 });
  const page = await open(`/runs/${on.run!}/certificate`);
  await page.getByText('What it rests on').waitFor({ timeout: 20_000 });
  await page.getByText('after 30 days').waitFor();
  await isWellMade(page);

  const [file] = await Promise.all([page.waitForEvent('download'), page.getByText('Signed file (JSON)').click()]);
  const path = await file.path();
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByText('The certificate holds, as far as it was checked').waitFor();
  await page.getByText('Yes: the ledger is whole').waitFor();
  const changed = join(on.act!.sandbox, '..', 'changed.json');
  await writeFile(changed, (await readFile(path, 'utf8')).replace(':', ': '));
  await page.locator('input[type=file]').setInputFiles(changed);
  await page.getByText('This is not to be trusted').waitFor();
  await isWellMade(page);

  await page.getByRole('button', { name: 'Make the receipt' }).click();
  await page.getByText('it is shown only this once').waitFor();
  await isWellMade(page);
  expect([complaints, strangers]).toEqual([[], []]);
}, 120_000);

it.each([
  ['de-DE', 'Bescheinigung', 'dark'],
  ['fr-FR', 'Certificat', 'light'],
  ['es-ES', 'Certificado', 'dark'],
  ['sv-SE', 'Intyg', 'light'],
] as const)(
  'in %s',
  async (locale, title, scheme) => {
    const { open, complaints } = await on.act!.signedIn({ locale, scheme });
    const page = await open(`/runs/${on.run!}/certificate`);
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    await page.locator('.certificate-lines').first().waitFor();
    await isWellMade(page);
    expect(complaints).toEqual([]);
  },
  60_000,
);
