import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build as bundle } from 'esbuild';
import { lighter } from './lighter.ts';

const plugin = join(import.meta.dirname, '..');

/** What every agent loads; texts in other languages than English come beside it, one file a language. */
const PROGRAM = 'app.js';
/** What an agent may have to load, compressed as it travels, in bytes. */
export const LARGEST = 350_000;

/** Builds the program of the app into a folder, for the browsers Zendesk supports: their newest versions. */
export async function build(folder: string): Promise<void> {
  await bundle({
    entryPoints: { app: join(plugin, 'src/action/main.tsx') },
    outdir: folder,
    chunkNames: 'app-[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    conditions: ['source'],
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    plugins: [lighter],
  });
}

/** What an agent loads at most: the program, and the largest of the languages. Compressed, in bytes. */
export async function weightOf(folder: string): Promise<number> {
  const files = (await readdir(folder)).filter((name) => /^app(?:-.*)?\.js$/u.test(name));
  const weights = await Promise.all(files.map(async (name) => [name, await compressed(join(folder, name))] as const));
  const of = (isWanted: (name: string) => boolean): readonly number[] =>
    weights.filter(([name]) => isWanted(name)).map(([, weight]) => weight);
  const common = of((name) => !isLanguage(name)).reduce((sum, weight) => sum + weight, 0);
  return common + Math.max(0, ...of(isLanguage));
}

function isLanguage(name: string): boolean {
  return name !== PROGRAM && !name.startsWith('app-chunk-');
}

async function compressed(path: string): Promise<number> {
  return gzipSync(await readFile(path)).length;
}
