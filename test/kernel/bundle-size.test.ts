import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from '@jest/globals';

const MOST = 60_000;
const finding = fileURLToPath(new URL('../../core/src/finding/index.ts', import.meta.url));

/** What a page loads for finding people, minified and compressed. The library that reads phone numbers is a dependency of its own. */
async function weigh(names: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${names} } from ${JSON.stringify(finding)}`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['source'],
    external: ['libphonenumber-js', 'libphonenumber-js/*'],
  });
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
}

it('finding people, one or many, adds at most 60 kB to a page, besides the phone library', async () => {
  const size = await weigh('finderFor, scannerFor, weakIdentifiers');
  expect(size).toBeGreaterThan(10_000);
  expect(size).toBeLessThanOrEqual(MOST);
}, 60_000);
