import type { FrameLocator, Locator, Page } from 'playwright-core';
import en from '../../../plugins/zendesk/app/translations/en.json' with { type: 'json' };

/** Texts of the app in one language, as its translations file has them. */
export type Texts = typeof en;

/** The app where it stands on a page of the help desk. */
export function panelOn(page: Page): FrameLocator {
  return page.frameLocator('iframe:not([data-location=modal])');
}

/** The app in the window it opened. */
export function modalOn(page: Page): FrameLocator {
  return page.frameLocator('iframe[data-location=modal]');
}

/** Presses the button in the panel and waits for the review in the window that opens. */
export async function review(page: Page, texts: Texts = en): Promise<FrameLocator> {
  await panelOn(page).getByRole('button', { name: texts.person.anonymize }).first().click();
  const modal = modalOn(page);
  await phraseField(modal).waitFor();
  return modal;
}

/** The field the phrase is typed into. */
export function phraseField(modal: FrameLocator): Locator {
  return modal.getByRole('textbox');
}

/** The phrase the review asks for: the word, and a number. */
export async function phraseIn(modal: FrameLocator, texts: Texts = en): Promise<string> {
  const label = await modal.locator('label').last().innerText();
  const [before = '', after = ''] = texts.confirm.label.split('{{phrase}}');
  return label.slice(before.length, label.length - after.length).trim();
}

/** Types the phrase the review asks for and starts the run. */
export async function confirm(modal: FrameLocator, texts: Texts = en): Promise<void> {
  await phraseField(modal).fill(await phraseIn(modal, texts));
  await modal.getByRole('button', { name: texts.confirm.start }).click();
}

/**
 * Waits until a run has gone to its end: only then there is a way back. An app may make 100 calls a minute, so a run now and
 * then waits for the next one: the browser's clock is put forward.
 */
export async function finished(app: FrameLocator, texts: Texts = en): Promise<void> {
  await passing(app, app.getByRole('button', { name: texts.finished.back, exact: true }));
}

/**
 * Waits for something that may take minutes of the browser's clock. It is put forward only while nothing is under way: the SDK
 * takes an answer for lost after five seconds.
 */
export async function passing(app: FrameLocator, awaited: Locator): Promise<void> {
  const page = app.owner().page();
  const underWay = { calls: 0 };
  const begun = () => (underWay.calls += 1);
  page.on('request', begun);
  for (let minutes = 0; minutes < mostMinutes;) {
    underWay.calls = 0;
    if (await comes(awaited)) break;
    if (underWay.calls > 0) continue;
    await page.clock.fastForward(60_000);
    minutes += 1;
  }
  page.off('request', begun);
  if (!(await comes(awaited)))
    throw new Error(`it did not come to that; the screen says: ${await app.locator('main').innerText()}`);
}

const mostMinutes = 10;

async function comes(awaited: Locator): Promise<boolean> {
  return awaited.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  );
}

/** A text of the app that has places for values, up to its first place: enough to find it by. */
export function startOf(text: string): string {
  return text.split('{{')[0]?.trim() ?? '';
}
