import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { cutTexts, overhangOf, violationsIn } from './looked-at.ts';

/** Somebody of the sandbox as their file has them. */
export interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly opened: number;
}

/** End users of the sandbox who can be anonymized, those with the most tickets first. */
export function peopleIn(sandbox: string): readonly Somebody[] {
  const files = readdirSync(join(sandbox, 'desk', 'people')).map((name) =>
    cardIn(join(sandbox, 'desk', 'people', name)),
  );
  return files
    .filter(
      ({ kind, masteredBy, access }) =>
        kind === 'end-user' && masteredBy === undefined && access.some(({ open }) => open),
    )
    .map(({ id, name, addresses, opened }) => ({ id, name, address: addresses[0]?.text ?? '', opened }))
    .filter(({ address, opened }) => opened >= 2 && !/^(?:info|office|support|team|billing)@/u.test(address))
    .sort((one, other) => other.opened - one.opened);
}

const cardSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  masteredBy: z.string().optional(),
  addresses: z.array(z.object({ text: z.string() })),
  access: z.array(z.object({ open: z.boolean() })),
  opened: z.number(),
});

function cardIn(file: string): z.infer<typeof cardSchema> {
  return cardSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** One number for all that a help desk in a folder holds: another one as soon as anything was written. */
export function digestOf(sandbox: string): string {
  const hash = createHash('sha256');
  for (const folder of ['people', 'tickets'])
    for (const name of readdirSync(join(sandbox, 'desk', folder)).sort())
      hash.update(name).update(readFileSync(join(sandbox, 'desk', folder, name)));
  return hash.digest('hex');
}

/** Goes on with Tab until something of that name has the focus. Names are as those who listen hear them. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focusedName(page))) return;
  }
  throw new Error(`Tab leads to nothing like ${String(name)}`);
}

async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null;
    const label = [...(labels ?? [])].map(({ innerText }) => innerText).join(' ');
    return element.getAttribute('aria-label') ?? (label === '' ? element.innerText : label);
  });
}

/** Nothing that axe, a narrow screen or a long word makes wrong. */
export async function expectSound(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/gu, ':id');
  expect([where, await violationsIn(page)]).toEqual([where, []]);
  expect([where, await overhangOf(page)]).toEqual([where, 0]);
  // The head of a table whose rows are cards is for those who listen.
  const cut = (await cutTexts(page)).filter((text) => !text.startsWith('THEAD'));
  expect([where, cut]).toEqual([where, []]);
}

/** Texts that would do something if they were taken for anything but text. */
export const hostile = [
  '<img src=x onerror="window.hacked=1">',
  '"><script>window.hacked=1</script>',
  '<svg/onload=window.hacked=1>',
  'javascript:window.hacked=1//',
  '{{constructor.constructor("window.hacked=1")()}}',
] as const;

/** Puts hostile texts into every field of a person's card and tickets that people of a help desk can fill. */
export function poison(sandbox: string, { id, name }: Somebody): void {
  const [img, script, svg, link, template] = hostile;
  const card = join(sandbox, 'desk', 'people', `${id}.json`);
  edit(card, (text) => text.replaceAll(JSON.stringify(name), JSON.stringify(`${name} ${img}`)));
  edit(card, (text) => text.replaceAll(/"label": ?"(?!sign-in)[^"]*"/gu, `"label":${JSON.stringify(script)}`));
  for (const file of readdirSync(join(sandbox, 'desk', 'tickets'))) {
    const ticket = join(sandbox, 'desk', 'tickets', file);
    if (!readFileSync(ticket, 'utf8').includes(`"${id}"`)) continue;
    edit(ticket, (text) =>
      text
        .replace(/"title": ?"([^"\\]*)"/u, (_whole, title: string) => `"title":${JSON.stringify(`${title} ${svg}`)}`)
        .replaceAll(/"label": ?"[^"]*"/gu, `"label":${JSON.stringify(`${link} ${template}`)}`),
    );
  }
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/** Writes the first version of a settings document, as its own page would. */
export async function writeSetting(
  page: Page,
  setting: { readonly name: string; readonly document: object },
): Promise<void> {
  const status = await page.evaluate(async ({ name, document }) => {
    const session: unknown = await (await fetch('/session')).json();
    const token = typeof session === 'object' && session !== null && 'token' in session ? String(session.token) : '';
    const headers = { 'content-type': 'application/json', 'x-lethe-csrf': token };
    const body = JSON.stringify({ document, seen: 0 });
    return (await fetch(`/api/v1/settings/${name}`, { method: 'PUT', headers, body })).status;
  }, setting);
  expect(status).toBe(200);
}
