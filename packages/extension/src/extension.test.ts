import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { dueReasons, leftOut } from '@lethe/core';
import { hostKinds } from '@lethe/hosts';
import { z } from 'zod';
import { reasons, standings } from './messages.ts';
import { consoleFor, originIn, patternFor } from './server.ts';
import { matches, recordAt, sites } from './sites.ts';

const app = join(import.meta.dirname, '../app');
const read = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(app, path), 'utf8'));

describe('the browser extension', () => {
  it('knows the pages the plugins know, and no others', () => {
    const known = hostKinds.flatMap(({ pages = [] }) => pages.map(({ site, path }) => ({ site, path: String(path) })));
    const ours = sites.map(({ site, path }) => ({ site, path: String(path) }));
    const bySite = (one: { site: string }, other: { site: string }): number => one.site.localeCompare(other.site);
    expect(ours.toSorted(bySite)).toEqual(known.toSorted(bySite));
  });

  it('knows every standing and every reason core has', () => {
    expect([...standings].toSorted()).toEqual(['ready', ...leftOut].toSorted());
    expect([...reasons]).toEqual([...dueReasons]);
  });

  it('is on those sites alone, may talk to nobody before somebody says to whom, and runs nothing from elsewhere', async () => {
    const manifest = z
      .looseObject({
        permissions: z.array(z.string()),
        host_permissions: z.undefined().optional(),
        content_scripts: z.array(z.looseObject({ matches: z.array(z.string()) })),
        content_security_policy: z.object({ extension_pages: z.string() }),
      })
      .parse(await read('manifest.json'));
    expect(manifest.permissions).toEqual(['storage', 'contextMenus']);
    expect(manifest.content_scripts.flatMap((script) => script.matches)).toEqual(matches);
    expect(manifest.content_security_policy.extension_pages).toContain("default-src 'none'; script-src 'self'");
  });

  it('says everything in five languages', async () => {
    const languages = await readdir(join(app, '_locales'));
    const texts = z.record(z.string(), z.object({ message: z.string().min(1) }));
    const all = await Promise.all(
      languages.map(async (language) => texts.parse(await read(`_locales/${language}/messages.json`))),
    );
    expect(languages.toSorted()).toEqual(['de', 'en', 'es', 'fr', 'sv']);
    const holes = (one: (typeof all)[number]): readonly string[] =>
      Object.entries(one).map(([key, { message }]) => `${key} ${String(message.split('$1').length)}`);
    for (const one of all) expect(holes(one).toSorted()).toEqual(holes(all[0] ?? {}).toSorted());
  });
});

describe('an address', () => {
  const at = new URL('https://hire.lever.co/candidates');
  const record = '/candidates/00000002-0000-4000-8000-000000000000';

  it.each([
    [record, `https://hire.lever.co${record}`],
    [`https://hire.lever.co${record}?name=Ada#notes`, `https://hire.lever.co${record}`],
    [`https://evil.test${record}`, undefined],
    ['/settings', undefined],
    ['javascript:alert(1)', undefined],
    ['http://[', undefined],
  ])('of a link %s is the record %s', (link, expected) => {
    expect(recordAt(link, at)).toBe(expected);
  });

  it.each([
    ['https://lethe.example.test/console', 'https://lethe.example.test'],
    ['http://127.0.0.1:8484', 'http://127.0.0.1:8484'],
    ['http://lethe.example.test', undefined],
    ['https://ada:secret@lethe.example.test', undefined],
    ['javascript:alert(1)', undefined],
    ['lethe', undefined],
  ])('of a server %s is %s', (address, expected) => {
    expect(originIn(address)).toBe(expected);
  });

  it('of a server is a pattern without its port', () => {
    expect(patternFor('http://127.0.0.1:8484')).toBe('http://127.0.0.1/*');
  });

  it('of the console has what was looked at behind #, and nothing without a server', async () => {
    const area = (server?: string) => ({
      get: async () => (server === undefined ? {} : { server }),
      set: async () => undefined,
    });
    const browser = (managed?: string, sync?: string) => {
      Object.assign(globalThis, { chrome: { storage: { managed: area(managed), sync: area(sync) } } });
    };
    const page = `https://hire.lever.co${record}`;
    browser(undefined, 'https://lethe.test');
    expect(await consoleFor([page, page])).toBe(
      `https://lethe.test/from#${encodeURIComponent(page)},${encodeURIComponent(page)}`,
    );
    expect(await consoleFor([])).toBe('https://lethe.test/people');
    browser('https://laid-down.test', 'https://entered.test');
    expect(await consoleFor([])).toBe('https://laid-down.test/people');
    browser();
    expect(await consoleFor([page])).toBeUndefined();
  });
});
