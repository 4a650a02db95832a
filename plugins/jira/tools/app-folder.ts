import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions } from 'esbuild';
import { parseDocument } from 'yaml';
import { z } from 'zod';

const plugin = join(import.meta.dirname, '..');
/** Where the app is made ready to be deployed. */
export const appFolder = join(plugin, 'build/app');
/** Screens, by the file each resource of the manifest names. */
const screens = ['action', 'navigator', 'global', 'queue', 'organization', 'admin'] as const;

const common: BuildOptions = {
  bundle: true,
  // The compiler inside Forge's bundler knows private fields, and no private methods.
  supported: { 'class-private-method': false, 'class-private-accessor': false, 'class-private-static-method': false },
  conditions: ['source'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'error',
};

/**
 * Makes the folder `forge deploy` is run in: the backend and each screen in one file, in JavaScript, with Atlassian's packages left
 * to Forge's own bundler, as packaging by oneself is not for production yet.
 * https://developer.atlassian.com/platform/forge/manifest-reference/packaging/
 */
export async function makeAppFolder(folder: string, appId?: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all([
    backendInto(join(folder, 'src/index.js'), ['@forge/*']),
    screensInto(join(folder, 'src/screens')),
  ]);
  await cp(join(plugin, 'locales'), join(folder, 'locales'), { recursive: true });
  await cp(join(plugin, 'types/forge-react-types'), join(folder, 'types/forge-react-types'), { recursive: true });
  await writeFile(join(folder, 'manifest.yml'), await manifestFor(appId));
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(await packageJson(), null, 2)}\n`);
}

/** The whole backend in one file as Forge loads it, Atlassian's packages included: for tests of what is shipped. */
export async function bundledBackend(file: string): Promise<void> {
  await backendInto(file, []);
}

async function backendInto(outfile: string, external: readonly string[]): Promise<void> {
  await build({
    ...common,
    entryPoints: [join(plugin, 'src/forge/index.ts')],
    outfile,
    external: [...external],
    platform: 'node',
    target: 'node22',
    format: 'cjs',
  });
}

async function screensInto(outdir: string): Promise<void> {
  await build({
    ...common,
    entryPoints: screens.map((name) => join(plugin, `src/screens/${name}.tsx`)),
    outdir,
    external: ['@forge/*', 'react', 'react/*'],
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
}

async function manifestFor(appId: string | undefined): Promise<string> {
  const manifest = parseDocument(await readFile(join(plugin, 'manifest.yml'), 'utf8'));
  if (appId !== undefined) manifest.setIn(['app', 'id'], appId);
  return manifest.toString({ lineWidth: 0 });
}

const packageSchema = z.object({ version: z.string(), dependencies: z.record(z.string(), z.string()) });

/** What Forge's bundler has to find in the folder: Atlassian's packages and React, in the versions the tests run with. */
async function packageJson(): Promise<unknown> {
  const { version, dependencies } = packageSchema.parse(
    JSON.parse(await readFile(join(plugin, 'package.json'), 'utf8')),
  );
  const theirs = Object.entries(dependencies).filter(([name]) => name.startsWith('@forge/') || name === 'react');
  return {
    name: 'lethe-for-jira',
    version,
    private: true,
    dependencies: Object.fromEntries(theirs),
    overrides: { '@atlaskit/forge-react-types': 'file:./types/forge-react-types' },
  };
}
