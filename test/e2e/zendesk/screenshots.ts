import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import de from '../../../plugins/zendesk/app/translations/de.json' with { type: 'json' };
import en from '../../../plugins/zendesk/app/translations/en.json' with { type: 'json' };
import sv from '../../../plugins/zendesk/app/translations/sv.json' with { type: 'json' };
import { confirm, finished, modalOn, panelOn, phraseField, review } from './app-on-page.ts';
import { hold, redaction } from './hold.ts';
import { stage, type Stage } from './stage.ts';

const folder = join(import.meta.dirname, '../../../docs/pictures');

/** Takes the pictures of the README, each from the real app in Chromium. */
async function pictures(played: Stage): Promise<void> {
  await mkdir(folder, { recursive: true });
  await besideTicket(played);
  await journey(played);
  await denial(played);
  await inLanguage(played, 'german');
  await inLanguage(played, 'swedish');
  await inTheDark(played);
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `zendesk-${name}.png`), animations: 'disabled' });
  console.log(`docs/pictures/zendesk-${name}.png`);
}

/** Brings something to the middle of the window. */
async function show(what: Locator): Promise<void> {
  await what.evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

async function besideTicket({ act }: Stage): Promise<void> {
  const { seat, ines, open: ticket } = await act();
  const { open } = await seat(ines);
  const page = await open(`/agent/tickets/${String(ticket)}`);
  await panelOn(page).getByRole('button', { name: en.person.anonymize }).first().waitFor();
  await take(page, 'ticket');
}

async function journey({ act }: Stage): Promise<void> {
  const { desk, seat, ines, mila } = await act();
  const { open } = await seat(ines);
  const page = await open(`/agent/users/${String(mila)}`);
  await panelOn(page).getByRole('button', { name: en.person.anonymize }).waitFor();
  await take(page, 'button');
  const modal = await review(page);
  await take(page, 'review');
  await phraseField(modal).fill('anonymize it');
  await modal.getByRole('button', { name: en.confirm.start }).click();
  await modal.getByRole('alert').first().waitFor();
  await show(modal.getByRole('alert').first());
  await take(page, 'refused');
  const held = hold(desk, redaction(3));
  await confirm(modal);
  await held.reached;
  await modal.getByRole('progressbar').waitFor();
  await take(page, 'progress');
  held.release();
  await finished(modal);
  await take(page, 'report');
  await modal.getByRole('button', { name: en.finished.back }).click();
  await page.reload();
  await panelOn(page).getByRole('button', { name: en.person.report }).waitFor();
  await take(page, 'badge');
}

async function denial({ act }: Stage): Promise<void> {
  const { seat, otto, mila } = await act();
  const { open } = await seat(otto);
  const page = await open(`/agent/users/${String(mila)}`);
  await panelOn(page).getByText(en.denied.title).waitFor();
  await take(page, 'denial');
}

async function inLanguage({ act }: Stage, language: 'german' | 'swedish'): Promise<void> {
  const played = await act();
  const { open } = await played.seat(played[language]);
  const page = await open(`/agent/users/${String(played.mila)}`);
  await review(page, language === 'german' ? de : sv);
  await take(page, language);
}

async function inTheDark({ act }: Stage): Promise<void> {
  const { seat, ines, mila } = await act();
  const { open } = await seat(ines, { scheme: 'dark' });
  const page = await open(`/agent/users/${String(mila)}`);
  const modal = await review(page);
  await take(page, 'dark');
  await show(phraseField(modal));
  await take(page, 'dark-confirm');
  await confirm(modal);
  await finished(modalOn(page));
}

const played = await stage();
await pictures(played);
await played.close();
