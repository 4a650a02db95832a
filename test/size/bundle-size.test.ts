import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from '@jest/globals';

const core = fileURLToPath(new URL('../../core/src/', import.meta.url));
const texts = `export { Personal } from ${JSON.stringify(`${core}personal.ts`)};`;
const finding = `export { finderFor, weakIdentifiers } from ${JSON.stringify(`${core}finding/index.ts`)};`;

/** What a page loads, minified and compressed, in bytes. */
async function weigh(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['source'],
  });
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
}

it('finding a person adds at most 60 kB to a page that holds personal texts, all libraries and names included', async () => {
  const added = (await weigh(texts + finding)) - (await weigh(texts));
  expect(added).toBeGreaterThan(10_000);
  expect(added).toBeLessThanOrEqual(60_000);
}, 60_000);

it('nothing that looks for many people at once is in what a page loads of core', async () => {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL('../../core/src/index.ts', import.meta.url))],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['source'],
  });
  const loaded = Object.keys(metafile.inputs);
  expect(loaded.some((file) => file.includes('core/src/finding/'))).toBe(true);
  expect(loaded.filter((file) => file.includes('core/src/scanning/'))).toEqual([]);
}, 60_000);
