import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from '@jest/globals';

const finding = fileURLToPath(new URL('../../core/src/finding/index.ts', import.meta.url));

/** What a page loads for finding a person, minified and compressed, in bytes. */
async function weigh(external: readonly string[]): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { finderFor, weakIdentifiers } from ${JSON.stringify(finding)}`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['source'],
    external: [...external],
  });
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
}

it('finding a person adds at most 50 kB to a page, and the phone library at most 32 kB more', async () => {
  const own = await weigh(['libphonenumber-js', 'libphonenumber-js/*']);
  expect(own).toBeGreaterThan(10_000);
  expect(own).toBeLessThanOrEqual(50_000);
  expect((await weigh([])) - own).toBeLessThanOrEqual(32_000);
}, 60_000);
