import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import en from '../../../plugins/zendesk/app/translations/en.json' with { type: 'json' };
import { frameAt, overhangOf, violationsIn } from './accessibility.ts';
import { confirm, finished, modalOn, panelOn, phraseField, phraseIn, review } from './app-on-page.ts';
import { hold, redaction } from './hold.ts';
import { stage, type Act, type Stage } from './stage.ts';

const on: { stage?: Stage } = {};
beforeAll(async () => {
  on.stage = await stage();
});
afterAll(() => on.stage?.close());

/** Opens whatever can be opened. */
async function unfold(modal: FrameLocator): Promise<void> {
  const closed = modal.locator('details:not([open]) > summary, button[aria-expanded=false]').filter({ visible: true });
  while ((await closed.count()) > 0) await closed.first().click();
}

/** Leads through every screen in turn and has each looked at. */
async function everyScreen(
  act: Act,
  page: Page,
  look: (screen: string, place: 'panel' | 'modal') => Promise<void>,
): Promise<void> {
  await panelOn(page).getByRole('button', { name: en.person.anonymize }).waitFor();
  await look('button', 'panel');
  const modal = await review(page);
  await look('review', 'modal');
  await unfold(modal);
  await look('review, unfolded', 'modal');
  await phraseField(modal).fill('no');
  await modal.getByRole('button', { name: en.confirm.start }).click();
  await modal.getByRole('alert').first().waitFor();
  await look('refused confirmation', 'modal');
  const held = hold(act.desk, redaction(1));
  await confirm(modal);
  await held.reached;
  await modal.getByRole('progressbar').waitFor();
  await look('progress', 'modal');
  await modal.getByRole('button', { name: en.running.stop }).click();
  held.release();
  const resume = modal.getByRole('button', { name: en.stopped.resume, exact: true });
  await resume.waitFor();
  await look('stopped', 'modal');
  await resume.click();
  await finished(modal);
  await look('report', 'modal');
  await modal.getByRole('button', { name: en.finished.back }).click();
  await panelOn(page).getByRole('button', { name: en.person.report }).waitFor();
  await look('badge', 'panel');
}

describe('everybody can use it', () => {
  it.each(['light', 'dark'] as const)('axe finds nothing wrong with any screen, %s', async (scheme) => {
    const act = await on.stage!.act();
    const { open } = await act.seat(act.ines, { scheme });
    const page = await open(`/agent/users/${String(act.mila)}`);
    const found: string[] = [];
    await everyScreen(act, page, async (screen, place) => {
      for (const violation of await violationsIn(frameAt(page, place))) found.push(`${screen}: ${violation}`);
    });
    expect(found).toEqual([]);
  });

  it('nothing sticks out on a screen 320 pixels wide', async () => {
    const act = await on.stage!.act();
    const { open } = await act.seat(act.ines, { width: 320, height: 640 });
    const page = await open(`/agent/users/${String(act.mila)}`);
    const found: [string, number][] = [];
    await everyScreen(
      act,
      page,
      async (screen, place) => void found.push([screen, await overhangOf(frameAt(page, place))]),
    );
    expect(found.filter(([, overhang]) => overhang > 0)).toEqual([]);
  });

  it('the keyboard alone leads from the button to the report', async () => {
    const act = await on.stage!.act();
    const { open } = await act.seat(act.ines);
    const page = await open(`/agent/users/${String(act.mila)}`);
    await panelOn(page).getByRole('button', { name: en.person.anonymize }).waitFor();
    await tabTo(page, en.person.anonymize, 'panel');
    await page.keyboard.press('Enter');
    const modal = modalOn(page);
    await phraseField(modal).waitFor();
    const phrase = await phraseIn(modal);
    await tabTo(page, 'input', 'modal');
    await page.keyboard.type(phrase);
    await page.keyboard.press('Enter');
    await finished(modal);
    await tabTo(page, en.finished.back, 'modal');
    const back = panelOn(page).getByRole('button', { name: en.person.report }).waitFor();
    // The key closes the window it is pressed in; Chromium may never confirm its release.
    await Promise.race([back, page.keyboard.press('Enter').then(() => back)]);
    expect(act.zendesk.user(act.mila).name).toBe('Anonymized');
  });

  it('screens that say no are as good', async () => {
    const act = await on.stage!.act();
    const found: string[] = [];
    const outside = await (await act.seat(act.otto)).open(`/agent/users/${String(act.mila)}`);
    await panelOn(outside).getByText(en.denied.group).waitFor();
    found.push(...(await violationsIn(frameAt(outside, 'panel'))));
    act.zendesk.configure({ agentWorkspace: false });
    const inside = await (await act.seat(act.ines)).open(`/agent/users/${String(act.mila)}`);
    await panelOn(inside).getByRole('button', { name: en.person.anonymize }).click();
    await modalOn(inside).getByText(en.blocked.again).waitFor();
    found.push(...(await violationsIn(frameAt(inside, 'modal'))));
    expect(found).toEqual([]);
  });

  it('somebody is found from the navigation bar by an address, and reviewed there', async () => {
    const act = await on.stage!.act();
    const { open } = await act.seat(act.ines);
    const page = await open('/agent/apps/lethe');
    const app = panelOn(page);
    await app.getByRole('textbox', { name: en.nav.findLabel }).fill('mila.sorensen@nordlicht.test');
    await app.getByRole('button', { name: en.nav.findButton, exact: true }).click();
    await app.getByRole('button', { name: en.person.anonymize }).first().waitFor();
    expect(await violationsIn(frameAt(page, 'panel'))).toEqual([]);
    await app.getByRole('button', { name: en.person.anonymize }).first().click();
    await app.getByText(en.review.intro).waitFor();
  });

  it('all pages of the navigation bar are as good', async () => {
    const act = await on.stage!.act();
    const { open, complaints } = await act.seat(act.ines);
    const page = await open('/agent/apps/lethe');
    const found: string[] = [];
    for (const tab of [en.nav.find, en.nav.runs, en.nav.reports, en.nav.settings]) {
      await panelOn(page).getByRole('tab', { name: tab }).click();
      for (const violation of await violationsIn(frameAt(page, 'panel'))) found.push(`${tab}: ${violation}`);
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

/** Presses Tab until what is wanted has the focus: a button's name, or a kind of element. */
async function tabTo(page: Page, wanted: string, place: 'panel' | 'modal'): Promise<void> {
  const most = 200;
  for (let pressed = 0; pressed < most; pressed += 1) {
    const focused = await frameAt(page, place).evaluate(() => [
      document.activeElement?.textContent,
      document.activeElement?.localName,
    ]);
    if (focused.some((one) => one?.trim() === wanted)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not get there');
}
