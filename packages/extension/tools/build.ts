import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions } from 'esbuild';

const folder = join(import.meta.dirname, '..');

/** Builds the extension into a folder a browser can load. */
export async function buildExtension(into: string): Promise<void> {
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  await cp(join(folder, 'app'), into, { recursive: true });
  const shared: BuildOptions = {
    bundle: true,
    minify: true,
    target: 'chrome120',
    outdir: into,
    conditions: ['source'],
  };
  const source = (name: string): string => join(folder, 'src', `${name}.ts`);
  await build({ ...shared, entryPoints: [source('content'), source('background')], format: 'iife' });
  await build({ ...shared, entryPoints: [source('options')], format: 'esm' });
}
