import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { violationsIn } from './looked-at.ts';
import { stage, type Stage } from './stage.ts';

const on: { stage?: Stage } = {};
beforeAll(async () => {
  on.stage = await stage();
});
afterAll(() => on.stage?.close());

it('a first start leads by its link and the keyboard alone to the hosts', async () => {
  const act = await on.stage!.act();
  const { open, complaints, strangers } = await act.seat();
  const page = await open(`/setup#code=${act.served.setupCode ?? ''}`);
  expect(await violationsIn(page)).toEqual([]);
  expect(new URL(page.url()).hash).toBe('');
  await page.keyboard.type('ines');
  await page.keyboard.press('Tab');
  await page.keyboard.type('a calm river at night');
  await page.keyboard.press('Enter');
  await page.getByText('sandbox', { exact: true }).waitFor();
  await page.getByText('Ready').waitFor();
  expect(await violationsIn(page)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(strangers).toEqual([]);
});
