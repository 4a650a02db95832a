import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import de from '../app/translations/de.json' with { type: 'json' };
import en from '../app/translations/en.json' with { type: 'json' };
import { build, LARGEST, weightOf } from './build.ts';

const page = join(import.meta.dirname, '../app/assets/iframe.html');
const made: { folder: string } = { folder: '' };
beforeAll(async () => {
  made.folder = await mkdtemp(join(tmpdir(), 'lethe-build-'));
  await build(made.folder);
}, 60_000);
afterAll(() => rm(made.folder, { recursive: true, force: true }));

async function programs(): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(made.folder);
  const read = names.map(async (name) => [name, await readFile(join(made.folder, name), 'utf8')] as const);
  return new Map(await Promise.all(read));
}

describe('the built app', () => {
  it('is light enough: what an agent loads, in any language', async () => {
    expect(await weightOf(made.folder)).toBeLessThanOrEqual(LARGEST);
  });

  it('brings English, and each other language in a file of its own', async () => {
    const files = await programs();
    expect(files.get('app.js')).toContain(en.confirm.undo);
    expect(files.get('app.js')).not.toContain(de.confirm.undo);
    expect([...files.keys()].filter((name) => /^app-(?:de|es|fr|sv)-/u.test(name))).toHaveLength(4);
    expect([...files.values()].filter((text) => text.includes(de.confirm.undo))).toHaveLength(1);
  });

  it('does not bring what only Zendesk reads', async () => {
    for (const text of (await programs()).values()) expect(text).not.toContain(en.app.parameters.user_groups.helpText);
  });
});

describe('the page of the app', () => {
  it("loads Zendesk's SDK and the program, and may load, ask and send nothing else", async () => {
    const html = await readFile(page, 'utf8');
    const sources = [...html.matchAll(/<script[^>]*src="([^"]*)"/gu)].map(([, source]) => source);
    expect(sources).toEqual(['https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js', 'app.js']);
    expect([...html.matchAll(/<script/gu)]).toHaveLength(2);
    const policy = /Content-Security-Policy"\s+content="([^"]*)"/u.exec(html)?.[1] ?? '';
    const rules = policy.split(';').map((rule) => rule.trim());
    expect(rules).toContain("default-src 'none'");
    expect(rules).toContain("script-src 'self' https://static.zdassets.com");
    expect(rules.filter((rule) => rule.startsWith('connect-src'))).toEqual([]);
  });
});
