import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOG_OBJECT, logFields } from '../src/action/account/log-object.ts';
import { ANONYMIZED_AT, LOCK_FIELD } from '../src/own-fields.ts';
import { assemble } from './assemble.ts';
import { LARGEST, build, weightOf } from './build.ts';
import { objectIn, type AppPackage } from './check/app-package.ts';
import { check } from './check/check.ts';
import { isError } from './check/complaint-keys.ts';
import { packageInFolder } from './check/folder-package.ts';
import { objectOf, objectsOf, textOf } from './check/json-shape.ts';
import { packageInZip } from './check/zip-package.ts';
import { makeZip } from './make-zip.ts';
import { startValidateStub } from './validate-stub.ts';

const wait = 120_000;
const made: { folder?: string; app?: AppPackage; zipped?: AppPackage; trouble?: string | undefined } = {};

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lethe-package-'));
  made.folder = folder;
  await assemble(join(folder, 'app'), build);
  made.app = await packageInFolder(join(folder, 'app'));
  const stub = await startValidateStub();
  made.trouble = await makeZip(join(folder, 'app'), join(folder, 'app.zip'), stub);
  await stub.close();
  made.zipped = packageInZip(await readFile(join(folder, 'app.zip')));
}, wait);
afterAll(() => rm(made.folder!, { recursive: true, force: true }));

describe('the app is packaged', () => {
  it('without an error of ours, and the real zcli takes it', () => {
    expect(check(made.app!).filter(isError)).toEqual([]);
    expect(made.trouble).toBeUndefined();
  });

  it('with these files and no other: no map, no source, nothing twice', () => {
    const names = [...made.zipped!.files.keys()].map((path) => path.replace(/-[A-Z0-9]{8}(?=\.js$)/u, ''));
    expect([...new Set(names)].sort()).toEqual([
      'assets/app-chunk.js',
      // English is in the program; each other language is a part that is loaded for those who need it.
      ...['de', 'es', 'fr', 'sv'].map((language) => `assets/app-${language}.js`),
      'assets/app.js',
      'assets/banner.png',
      'assets/icon_nav_bar.svg',
      'assets/iframe.html',
      'assets/logo-small.png',
      'assets/logo.png',
      'manifest.json',
      'requirements.json',
      ...['de', 'en', 'es', 'fr', 'sv'].map((language) => `translations/${language}.json`),
    ]);
    expect(made.zipped!.links).toEqual([]);
  });

  it('and an agent loads at most 350 kB of it, compressed', async () => {
    expect(await weightOf(join(made.folder!, 'app/assets'))).toBeLessThanOrEqual(LARGEST);
  });

  it('and its page loads nothing from anywhere but Zendesk and itself', () => {
    const page = Buffer.from(made.app!.files.get('assets/iframe.html')!).toString();
    const sources = [...page.matchAll(/(?:src|href)="([^"]+)"/gu)].map(([, source]) => source);
    expect(sources.filter((source) => /^(?:https?:)?\/\//u.test(source!))).toEqual([
      expect.stringMatching(/^https:\/\/static\.zdassets\.com\/zendesk_app_framework_sdk\/2\.0\//u),
    ]);
  });
});

describe('what the app declares is what it uses', () => {
  it('its fields of users and its custom object have the names the program knows them by', () => {
    const requirements = objectIn(made.app!.files, 'requirements.json')!;
    expect(
      Object.values(objectOf(requirements['user_fields']))
        .map((field) => textOf(objectOf(field)['key']))
        .sort(),
    ).toEqual([ANONYMIZED_AT, LOCK_FIELD].sort());
    const objects = objectOf(requirements['custom_objects_v2']);
    expect(objectsOf(objects['objects']).map(({ key }) => key)).toEqual([LOG_OBJECT]);
    expect(objectsOf(objects['object_fields']).map(({ key }) => key)).toEqual(logFields);
  });

  it('each language explains installing, settings and what removing the app deletes', () => {
    for (const language of ['de', 'en', 'es', 'fr', 'sv']) {
      const app = objectOf(objectIn(made.app!.files, `translations/${language}.json`)!['app']);
      const instructions = textOf(app['installation_instructions']);
      expect(instructions).toContain('@administrators');
      expect(instructions).toMatch(/\*\*[^*]*(?:uninstall|deinstall|désinstall|desinstal|avinstall)/iu);
      expect(textOf(app['short_description']).length).toBeLessThanOrEqual(80);
    }
  });
});
