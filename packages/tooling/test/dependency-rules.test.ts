import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { plantTree, type PlantedTree } from './planted-tree.ts';

const require = createRequire(import.meta.url);
const config = join(import.meta.dirname, '../dependency-rules.cjs');
const cruiser = join(import.meta.dirname, '../../../node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const ruleNames = z
  .object({ forbidden: z.array(z.object({ name: z.string() })) })
  .parse(require(config))
  .forbidden.map(({ name }) => name);

/** Rule, file, what it imports. */
const faults: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ['core imports nothing of ours', 'core/src/a.ts', '@lethe/storage'],
  ['plugins/* imports core, packages/review, packages/http, packages/inside', 'plugins/one/src/a.ts', '@lethe/storage'],
  ['packages/review imports core', 'packages/review/src/a.ts', '@lethe/one'],
  ['packages/http imports core', 'packages/http/src/a.ts', '@lethe/one'],
  ['packages/inside imports core, packages/http', 'packages/inside/src/a.ts', '@lethe/one'],
  [
    'packages/settings imports core, packages/hosts, packages/storage, packages/review',
    'packages/settings/src/a.ts',
    '@lethe/one',
  ],
  ['packages/storage imports core', 'packages/storage/src/a.ts', '@lethe/hosts'],
  ['packages/hosts imports core, plugins/*', 'packages/hosts/src/a.ts', '@lethe/storage'],
  [
    'packages/server imports core, packages/hosts, packages/storage, packages/review, packages/settings',
    'packages/server/src/a.ts',
    '@lethe/one',
  ],
  [
    'packages/cli imports core, packages/hosts, packages/storage, packages/review, packages/settings, packages/server',
    'packages/cli/src/a.ts',
    '@lethe/one',
  ],
  ['packages/console imports core, packages/review', 'packages/console/src/a.ts', '@lethe/hosts'],
  ['packages/portal imports core, packages/review', 'packages/portal/src/a.ts', '@lethe/server'],
  ['packages/extension imports core, packages/review', 'packages/extension/src/a.ts', '@lethe/one'],
  ['packages/tooling imports nothing of ours', 'packages/tooling/src/a.ts', '@lethe/core'],
  ['every folder stands in the table of imports', 'packages/new/src/a.ts', 'zod'],
  ['never plugin to plugin', 'plugins/one/src/b.ts', '@lethe/two'],
  ['never plugin to plugin', 'plugins/one/test/b.test.ts', '@lethe/two'],
  ['core uses zod, @noble/hashes, libphonenumber-js and nothing else', 'core/src/b.ts', 'axios'],
  ['core uses zod, @noble/hashes, libphonenumber-js and nothing else', 'core/src/c.ts', 'node:fs'],
  ['core uses zod, @noble/hashes, libphonenumber-js and nothing else', 'core/src/testing/d.ts', 'fs'],
  ['whoever does not look for many people does not load what does', 'core/src/h.ts', './scanning/index.ts'],
  ['only tests import core/testing', 'plugins/one/src/c.ts', '@lethe/core/testing'],
  ['only tests import core/testing', 'core/src/e.ts', './testing/index.ts'],
  ['product code imports no test', 'packages/cli/src/b.ts', './c.test.ts'],
  ['product code imports no test', 'packages/cli/src/g.ts', '../../../test/host.suite.ts'],
  ['other workspaces are imported by package name', 'plugins/one/src/d.ts', '../../../core/src/host.ts'],
  ['other workspaces are imported by package name', 'test/a.test.ts', '../core/src/host.ts'],
  ['a package names what it imports in its own package.json', 'packages/cli/src/d.ts', 'axios'],
  ['a package names what it imports in its own package.json', 'packages/cli/src/e.ts', 'fast-check'],
  ['a package names what it imports in its own package.json', 'packages/cli/src/f.ts', 'not-there'],
  ['no circles', 'core/src/f.ts', './g.ts'],
];

const sound: readonly (readonly [file: string, imported: string])[] = [
  ['core/src/sound.ts', 'zod'],
  ['core/src/sound.test.ts', './testing/index.ts'],
  ['core/src/sound2.test.ts', 'fast-check'],
  ['plugins/one/src/sound.ts', '@lethe/core'],
  ['plugins/one/test/sound.test.ts', '@lethe/core/testing'],
  ['packages/hosts/src/sound.ts', '@lethe/one'],
  ['packages/cli/src/sound.ts', '@lethe/storage'],
  ['packages/cli/src/sound2.ts', 'node:fs'],
  ['test/sound.test.ts', '@lethe/cli'],
  ['plugins/one/test/sound2.test.ts', '../../../test/host.suite.ts'],
  ['test/sound2.test.ts', '../plugins/one/test/fake.ts'],
];

const workspaces = [
  ...['core', 'plugins/one', 'plugins/two', 'packages/review', 'packages/storage', 'packages/hosts', 'packages/server'],
  ...['packages/cli', 'packages/console', 'packages/portal', 'packages/extension', 'packages/tooling', 'packages/new'],
];

function manifest(folder: string): string {
  const door = (path: string): object => ({ source: path, default: path });
  const name = folder === '.' ? 'lethe' : `@lethe/${folder.split('/').at(-1) ?? ''}`;
  const dependencies = Object.fromEntries(
    [...workspaces.map((workspace) => `@lethe/${workspace.split('/').at(-1) ?? ''}`), 'zod'].map((it) => [it, '1.0.0']),
  );
  return JSON.stringify({
    name,
    type: 'module',
    workspaces: folder === '.' ? ['core', 'plugins/*', 'packages/*', 'test'] : undefined,
    devDependencies: { 'fast-check': '1.0.0' },
    dependencies: folder === '.' ? {} : dependencies,
    exports: { '.': door('./src/index.ts'), './testing': door('./src/testing/index.ts') },
  });
}

function library(name: string): (readonly [path: string, text: string])[] {
  const folder = `node_modules/${name}`;
  return [
    [`${folder}/package.json`, JSON.stringify({ name, main: 'index.js' })],
    [`${folder}/index.js`, ''],
  ];
}

function files(): Record<string, string> {
  const importing = (imported: string): string => `import '${imported}';\nexport const a = 1;\n`;
  return {
    'package.json': manifest('.'),
    ...Object.fromEntries(['zod', 'axios', 'fast-check'].flatMap(library)),
    ...Object.fromEntries(workspaces.map((folder) => [`${folder}/package.json`, manifest(folder)])),
    ...Object.fromEntries(workspaces.map((folder) => [`${folder}/src/index.ts`, importing('zod')])),
    'core/src/testing/index.ts': importing('zod'),
    'core/src/scanning/index.ts': importing('zod'),
    'core/src/host.ts': importing('zod'),
    'core/src/g.ts': importing('./f.ts'),
    'test/host.suite.ts': importing('zod'),
    'plugins/one/test/fake.ts': importing('zod'),
    'core/src/lonely.ts': 'export const lonely = 1;\n',
    'packages/cli/src/c.test.ts': importing('zod'),
    ...Object.fromEntries(faults.map(([, file, imported]) => [file, importing(imported)])),
    ...Object.fromEntries(sound.map(([file, imported]) => [file, importing(imported)])),
  };
}

const answer = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
});

function violationsIn(root: string): readonly (readonly [rule: string, file: string])[] {
  const args = [cruiser, 'core', 'plugins', 'packages', 'test', '--config', config, '--output-type', 'json'];
  const json = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  return answer.parse(JSON.parse(json)).summary.violations.map(({ rule, from }) => [rule.name, from]);
}

describe('the import rules', () => {
  let tree: PlantedTree;
  let violations: readonly (readonly [rule: string, file: string])[];
  beforeAll(() => {
    tree = plantTree(files());
    violations = violationsIn(tree.root);
  }, 60_000);
  afterAll(() => tree.remove());

  it.each(faults)('catch "%s" in %s importing %s', (rule, file) => {
    expect(violations).toContainEqual([rule, file]);
  });

  it('catch "no file that nothing imports"', () => {
    expect(violations).toContainEqual(['no file that nothing imports', 'core/src/lonely.ts']);
  });

  it.each(sound)('let %s import %s', (file) => {
    expect(violations.filter(([, from]) => from === file)).toEqual([]);
  });

  it('are all tried here', () => {
    expect([...new Set([...faults.map(([rule]) => rule), 'no file that nothing imports'])].sort()).toEqual(
      [...ruleNames].sort(),
    );
  });
});
