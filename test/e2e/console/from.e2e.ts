import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { fullKey, Seed } from '../../../plugins/lever/test/fake/seed.ts';
import { FakeLever } from '../../../plugins/lever/test/fake/server.ts';
import { violationsIn } from '../zendesk/accessibility.ts';
import { stage } from './stage.ts';
import type { Act, Stage } from './stage.ts';

const DAY = 86_400_000;
const words = join(import.meta.dirname, '../../../packages/console/src/words/en/from.json');
const en = z
  .object({
    nothing: z.string(),
    nobody: z.string(),
    standing: z.object({ ready: z.string(), 'case-open': z.string(), hired: z.string() }),
    due: z.object({ title: z.string() }),
    review: z.object({ button: z.string() }),
    many: z.object({ says: z.string() }),
  })
  .parse(JSON.parse(await readFile(words, 'utf8')));

interface Scene {
  readonly stage: Stage;
  readonly act: Act;
  readonly fake: FakeLever;
  readonly pages: Readonly<Record<'ready' | 'expired' | 'open' | 'hired', string>>;
}
const on: { scene?: Scene } = {};

beforeAll(async () => {
  const seed = new Seed({ now: () => new Date() });
  const contact = (name: string): string =>
    seed.contact({ name, emails: [`${name.toLowerCase().replace(' ', '.')}@people.test`] });
  const expired = {
    store: { allowed: true, expiresAt: Date.now() - 10 * DAY },
    contact: { allowed: true, expiresAt: null },
  };
  const [ada, ida, osk, ema] = ['Ada Quellstone', 'Ida Falk', 'Oskar Lind', 'Emma Berg'].map(contact);
  const pageOf = (opportunity: string): string => `https://hire.lever.co/candidates/${opportunity}`;
  const pages = {
    ready: pageOf(seed.opportunity(ada ?? '', {})),
    expired: pageOf(seed.opportunity(ida ?? '', { dataProtection: expired })),
    open: pageOf(seed.opportunity(osk ?? '', { archived: null })),
    hired: pageOf(seed.opportunity(ema ?? '', { archived: 'hired' })),
  };
  seed.opportunity(seed.contact({ name: 'Nobody Else' }), { confidentiality: 'confidential' });
  const fake = await FakeLever.start(seed.lever);
  const theStage = await stage();
  const act = await theStage.act({
    hosts: { hiring: { kind: 'lever', address: fake.address, keyFrom: 'LEVER_KEY' } },
    env: { LEVER_KEY: fullKey },
    permissions: { activation: ['@administrators'], grants: {} },
  });
  on.scene = { stage: theStage, act, fake, pages };
}, 120_000);
afterAll(async () => {
  await on.scene?.stage.close();
  await on.scene?.fake.close();
});

const from = (...pages: readonly string[]): string => `/from#${pages.map(encodeURIComponent).join(',')}`;

describe('pages of a host that were handed over', () => {
  it('LV-06 are told how many can be anonymized, and why the others are left out', async () => {
    const { act, pages } = on.scene!;
    const seat = await act.signedIn({ width: 360, height: 740 });
    const page = await seat.open(
      from(...Object.values(pages), 'https://hire.lever.co/candidates/00000000-0000-4000-8000-00000000ffff'),
    );
    const says = en.many.says.replace('{{ready}}', '2').replace('{{left}}', '3');
    await page.getByRole('status').filter({ hasText: says }).waitFor();
    const rows = await page.locator('tbody tr').allInnerTexts();
    const reasons = [en.standing.ready, en.standing.ready, en.standing['case-open'], en.standing.hired, en.nobody];
    for (const [index, reason] of reasons.entries()) expect(rows[index]).toContain(reason);
    expect(await violationsIn(page.mainFrame())).toEqual([]);
    expect([...seat.complaints, ...seat.strangers]).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });

  it('LV-12 a consent that ran out proposes its opportunity alone, which is what is reviewed then', async () => {
    const { act, pages } = on.scene!;
    const seat = await act.signedIn({ scheme: 'dark' });
    const page = await seat.open(from(pages.expired));
    await page.getByRole('heading', { name: 'Ida Falk' }).waitFor();
    expect(await page.getByRole('alert').innerText()).toContain(en.due.title);
    const alone = page.getByRole('radio', { name: /opportunity/iu });
    expect(await alone.isChecked()).toBe(true);
    expect(await violationsIn(page.mainFrame())).toEqual([]);
    const asked = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/reviews'));
    await page.getByRole('button', { name: en.review.button }).click();
    const opportunity = pages.expired.slice(pages.expired.lastIndexOf('/') + 1);
    expect((await asked).postDataJSON()).toMatchObject({ host: 'hiring', only: `o${opportunity}` });
    await page.waitForURL(/\/reviews\//u);
    expect([...seat.complaints, ...seat.strangers]).toEqual([]);
  });

  it('are none where nothing was handed over, and nothing personal is in any address', async () => {
    const { act, pages } = on.scene!;
    const seat = await act.signedIn();
    const page = await seat.open('/from#javascript%3Aalert(1)');
    await page.getByText(en.nothing).waitFor();
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(request.url()));
    await page.goto(`${act.address}${from(pages.ready)}`);
    await page.getByRole('heading', { name: 'Ada Quellstone' }).waitFor();
    expect(asked.filter((url) => /quellstone/iu.test(url))).toEqual([]);
  });
});
