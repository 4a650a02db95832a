import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { freePort, install } from '../../e2e/console/installation.ts';
import type { Installation } from '../../e2e/console/installation.ts';
import { ask } from './ask.ts';

/** A server with one real host, and what an administrator of it was told once. */
export interface EntryServer extends Installation {
  /** Where browsers reach it: by another name than the host, so that the two are different sites as they are in real life. */
  readonly audience: string;
  readonly secret: string;
}

/** A host as the settings file has it. */
export interface EntryHost {
  readonly name: string;
  readonly written: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string>>;
}

const told = z.object({ host: z.string(), audience: z.string(), secret: z.string().min(43) });

/** Starts a server for a host, and has its administrator make the secret for the host's menu. */
export async function serverWithEntry({ name, written, env }: EntryHost): Promise<EntryServer> {
  const port = await freePort();
  const server = { listen: { port }, publicUrl: `http://localhost:${String(port)}` };
  const installation = await install({ hosts: { [name]: written }, env, server });
  const { address } = installation;
  const headers = await administratorsHeaders(installation);
  const url = `${address}/api/v1/hosts/${name}/entry`;
  const answer = await ask(url, { method: 'POST', headers, body: '{}' });
  const { secret, audience } = told.parse(await answer.json());
  if (audience !== server.publicUrl) throw new Error('The server does not know where it is.');
  return { ...installation, audience, secret };
}

/** The first administrator, as a program signs in: with the cookie, and the token for changes. */
async function administratorsHeaders({ storage, address, served }: Installation): Promise<Record<string, string>> {
  const chosen = { login: 'ines', password: 'no password has this hash' };
  const operator = (await storage.signIn.setUp(served.setupCode ?? '', chosen)) ?? '';
  const endsAt = new Date(Date.now() + 3_600_000);
  const session = await storage.signIn.beginSession({ operator, signedInAt: new Date(), endsAt });
  const cookie = `plain-lethe=${session ?? ''}`;
  const { token } = z
    .object({ token: z.string() })
    .parse(await (await ask(`${address}/session`, { headers: { cookie } })).json());
  return { cookie, 'x-lethe-csrf': token, 'content-type': 'application/json' };
}

/** Somebody's own browser. What its pages complain of is kept. */
export interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** Seats somebody, in a language of theirs. */
export async function seated(browser: Browser, locale = 'en-GB'): Promise<Seat> {
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const complaints: string[] = [];
  context.on('page', (page) => page.on('pageerror', ({ message }) => complaints.push(message)));
  return { context, page: await context.newPage(), complaints };
}

/** Chooses an entry and answers the tab it opened, once that has come to its end. */
export async function chosen(page: Page, entry: Locator, lands: RegExp): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await entry.click();
  const tab = await opened;
  await tab.waitForURL(lands, { timeout: 30_000 });
  return tab;
}

/** In the console: waits for the review, ticks off what remains, types the phrase, and follows the run to its end. Answers its id. */
export async function confirmedInConsole(tab: Page): Promise<string> {
  const field = tab.getByLabel(/ANONYMIZE \d+/);
  await field.waitFor({ timeout: 90_000 }).catch(async (cause: unknown) => {
    throw new Error(`${tab.url()} shows: ${await tab.locator('body').innerText()}`, { cause });
  });
  for (const box of await tab.getByRole('checkbox').all()) await box.check();
  const phrase = /ANONYMIZE \d+/.exec(await tab.locator('body').innerText());
  await field.fill(phrase?.[0] ?? '');
  await tab.getByRole('button', { name: 'Anonymize records' }).click();
  await tab.waitForURL(/\/runs\/[\w-]{36}$/, { timeout: 30_000 });
  return tab.url().split('/').at(-1) ?? '';
}

/** Waits until a run has ended, however it did. */
export async function endedRun({ storage }: Installation, id: string): Promise<string> {
  for (;;) {
    const state = (await storage.run(id))?.state ?? 'missing';
    if (state !== 'queued' && state !== 'running') return state;
    await pause(100);
  }
}

/** Waits until the console shows the way to the certificate of the run that is open. */
export async function certified(tab: Page): Promise<void> {
  const certificate = tab.getByRole('link', { name: /certificate/i });
  await certificate.first().waitFor({ timeout: 30_000 });
}

/** The word a chosen entry brings; it is kept from getting to the server. */
export async function heldBack(page: Page, entry: Locator): Promise<string> {
  const context = page.context();
  const words: string[] = [];
  // Without content the tab stays on the host's page.
  await context.route(/\/entry$/, async (route) => {
    words.push(new URLSearchParams(route.request().postData() ?? '').get('word') ?? '');
    await route.fulfill({ status: 204 });
  });
  const [opened, asked] = [page.waitForEvent('popup'), context.waitForEvent('response', isEntry)];
  await entry.click();
  await asked;
  await (await opened).close();
  await context.unroute(/\/entry$/);
  return words[0] ?? '';
}

/** What a page does that posts a word into a new tab: as a text, since it runs in the page and not here. */
function postingScript(action: string, word: string): string {
  const fields = JSON.stringify({ action, word });
  return `(({ action, word }) => {
    const form = Object.assign(document.createElement('form'), { action, method: 'post', target: '_blank' });
    const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'word', value: word });
    form.append(field);
    document.body.append(form);
    form.submit();
  })(${fields})`;
}

/** Posts a word from the page that is open, into a new tab; answers the status. */
export async function posted(page: Page, server: Pick<EntryServer, 'audience'>, word: string): Promise<number> {
  const [opened, answered] = [page.waitForEvent('popup'), page.context().waitForEvent('response', isEntry)];
  await page.evaluate(postingScript(`${server.audience}/entry`, word));
  const status = (await answered).status();
  await (await opened).close();
  return status;
}

function isEntry(answer: { url(): string }): boolean {
  return /^http:\/\/localhost:\d+\/entry$/.test(answer.url());
}

/** What the entry says in the languages it knows. */
export const inFive = {
  en: 'Anonymize user',
  de: 'Benutzer anonymisieren',
  fr: "Anonymiser l'utilisateur",
  es: 'Anonimizar usuario',
  sv: 'Anonymisera användare',
};
