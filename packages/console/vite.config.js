import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const packed = /\.(?:js|css|svg)$/u;

/** Writes each asset packed beside it, so that the server never packs anything itself. */
function packing() {
  return {
    name: 'lethe-packing',
    apply: 'build',
    async writeBundle({ dir }) {
      const folder = join(dir, 'assets');
      const names = (await readdir(folder)).filter((name) => packed.test(name));
      await Promise.all(names.map((name) => pack(join(folder, name))));
    },
  };
}

async function pack(path) {
  const whole = await readFile(path);
  const hard = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(whole, hard));
  await writeFile(`${path}.gz`, await promisify(gzip)(whole, { level: 9 }));
}

export default defineConfig({
  plugins: [react(), packing()],
  resolve: { conditions: ['source', 'module', 'browser', 'production'] },
  // The server puts the nonce of each answer here; see packages/server/src/console.
  html: { cspNonce: '{{nonce}}' },
  json: { namedExports: false },
  build: {
    // What the content security policy takes: no inline script, no data: address. One sheet, as links made later have no nonce for styles.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    target: 'es2022',
    chunkSizeWarningLimit: 600,
  },
});
