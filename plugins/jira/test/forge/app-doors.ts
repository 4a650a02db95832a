import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stop } from 'esbuild';
import { z } from 'zod';
import { bundledBackend } from '../../tools/app-folder.ts';

/** What Forge calls, as it is loaded from somewhere. */
export type AppDoors = typeof import('../../src/forge/index.ts');

/** Where the app is loaded from: the same tests hold for the sources and for what is shipped. */
export const waysIn: readonly (readonly [string, () => Promise<AppDoors>])[] = [
  ['the sources', async () => import('../../src/forge/index.ts')],
  ['the bundle', bundled],
];

/** Bundles are built once a file of tests. */
const built = new Map<string, Promise<AppDoors>>();

async function bundled(): Promise<AppDoors> {
  const known = built.get('app') ?? buildAndLoad();
  built.set('app', known);
  return known;
}

async function buildAndLoad(): Promise<AppDoors> {
  const folder = await mkdtemp(join(tmpdir(), 'lethe-forge-'));
  const outfile = join(folder, 'index.cjs');
  await bundledBackend(outfile);
  await stop();
  return z.custom<AppDoors>(isApp).parse(createRequire(import.meta.url)(outfile));
}

function isApp(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'resolver' in value && 'worker' in value;
}
