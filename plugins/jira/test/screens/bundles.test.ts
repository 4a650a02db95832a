import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';

const screens = join(import.meta.dirname, '../../src/screens');
// The one part of the shared packages a page needs: it recognizes core's sentences and imports nothing.
const recognizer = 'packages/review/src/said.ts';
const pages = ['action', 'navigator', 'global', 'queue', 'organization', 'admin'];

describe.each(pages)('what a browser loads for the page %s', (page) => {
  it('is little more than UI Kit itself, and holds nothing of the rules, of the functions or of their libraries', async () => {
    const { metafile } = await build({
      entryPoints: [join(screens, `${page}.tsx`)],
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
      format: 'esm',
      outdir: 'never-written',
      splitting: true,
      jsx: 'automatic',
      conditions: ['source'],
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'silent',
    });
    const foreign = Object.keys(metafile.inputs).filter(
      (name) =>
        name !== recognizer &&
        /(?:^|\/)core\/src\/|packages\/|src\/forge\/|node_modules\/(?:zod|libphonenumber|@noble)/u.test(name),
    );
    expect(foreign).toEqual([]);
    const drawn = Object.values(metafile.outputs).filter(({ entryPoint }) => entryPoint?.endsWith('.tsx'));
    const own = drawn.flatMap(({ inputs }) =>
      Object.entries(inputs).filter(([name]) => name.startsWith('plugins/jira/')),
    );
    expect(own.map(([name]) => name)).toContain(`plugins/jira/src/screens/${page}.tsx`);
    expect(own.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0)).toBeLessThan(80_000);
  });
});
