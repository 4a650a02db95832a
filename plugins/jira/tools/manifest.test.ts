import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { endpoints, isForApps } from '../src/endpoints.ts';
import { storageEntities } from '../src/forge/store/entities.ts';
import { MARKER } from '../src/marker.ts';
import { otherScopes, scopeOf } from './scopes.ts';

const plugin = join(import.meta.dirname, '..');
const text = readFileSync(join(plugin, 'manifest.yml'), 'utf8');
const keyed = z.looseObject({ key: z.string(), resource: z.string().optional() });
const manifest = z
  .looseObject({
    app: z.looseObject({ storage: z.object({ classifications: z.array(z.string()), entities: z.unknown() }) }),
    translations: z.object({
      resources: z.array(z.object({ key: z.string(), path: z.string() })),
      fallback: z.unknown(),
    }),
    modules: z.record(z.string(), z.array(keyed)),
    resources: z.array(z.object({ key: z.string(), path: z.string() })),
    permissions: z.strictObject({ scopes: z.array(z.string()) }),
  })
  .parse(parse(text));
const modules = (name: string): readonly z.infer<typeof keyed>[] => manifest.modules[name] ?? [];
const read = (path: string): string => readFileSync(join(plugin, path), 'utf8');

describe('the manifest', () => {
  it('asks for the scopes of the calls the app makes, for storage and reporting, and for no other', () => {
    const needed = endpoints.filter(isForApps).flatMap((endpoint) => scopeOf[endpoint] ?? []);

    expect([...manifest.permissions.scopes].sort()).toEqual([...new Set([...needed, ...otherScopes])].sort());
  });

  it('sends nothing out of Atlassian: no remote, no address outside, so that it runs on Atlassian', () => {
    expect(Object.keys(manifest)).not.toContain('remotes');
    expect(Object.keys(manifest.permissions)).toEqual(['scopes']);
    expect(Object.keys(manifest.modules)).not.toContain('webtrigger');
  });

  it('HD-04 gives the permission to nobody at installation', () => {
    expect(modules('jira:globalPermission')).toEqual([
      expect.objectContaining({ key: 'anonymize-user', anonymousAllowed: false, defaultGrants: ['none'] }),
    ]);
    expect(read('src/forge/ground/outside.ts')).toContain("'anonymize-user'");
  });

  it('names what the backend exports, and gives a worker and the sweeper fifteen minutes', () => {
    const exported = [...read('src/forge/index.ts').matchAll(/export \{ (\w+) \}/gu)].map(
      ([, name]) => `index.${String(name)}`,
    );
    const functions = modules('function').map(({ handler, timeoutSeconds }) => [handler, timeoutSeconds]);

    expect(functions.map(([handler]) => handler).sort()).toEqual(exported.sort());
    expect(functions.filter(([, seconds]) => seconds !== undefined)).toEqual([
      ['index.worker', 900],
      ['index.sweep', 900],
    ]);
  });

  it('listens to the queue the backend fills, and keeps the rows it keeps', () => {
    expect(read('src/forge/ground/queue.ts')).toContain(`const QUEUE = '${String(modules('consumer')[0]?.['queue'])}'`);
    expect(manifest.app.storage.entities).toEqual(storageEntities);
  });

  it('makes the marker searchable by the key it is written under', () => {
    expect(modules('jira:entityProperty').map(({ propertyKey }) => propertyKey)).toEqual([MARKER]);
  });

  it('has a screen for each resource, and a resource for each place', () => {
    const keys = manifest.resources.map(({ key }) => key);
    const places = Object.values(manifest.modules).flat();

    for (const { path } of manifest.resources)
      expect(existsSync(join(plugin, path.replace(/\.js$/u, '.tsx')))).toBe(true);
    expect([...new Set(places.flatMap(({ resource }) => resource ?? []))].sort()).toEqual([...keys].sort());
    expect(places.filter(({ resource, render }) => resource !== undefined && render !== 'native')).toEqual([]);
  });

  it('has words for what it calls its places, in each of its languages', () => {
    const wanted = [...text.matchAll(/i18n: (module\.\w+)/gu)].map(([, name]) => String(name).replace('module.', ''));

    for (const { path } of manifest.translations.resources) {
      const { module } = z
        .looseObject({ module: z.record(z.string(), z.string().min(1)) })
        .parse(JSON.parse(read(path)));
      expect(Object.keys(module)).toEqual(expect.arrayContaining(wanted));
    }
    expect(manifest.translations.resources.map(({ key }) => key)).toEqual([
      'en-US',
      'de-DE',
      'fr-FR',
      'es-ES',
      'sv-SE',
    ]);
  });
});
