/** Compiles the scanner's kernel, and writes the module that holds it. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'core/src/scanning/kernel');

/** The module core ships. */
export const blobFile = join(folder, 'blob.ts');

const WIDTH = 112;
const options = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--use', 'abort='];

/** The kernel as AssemblyScript compiles it now. Only a file called `.ts` is compiled, and only the product's TypeScript may be called that in its folder. */
export function compileKernel(): Uint8Array {
  const build = mkdtempSync(join(tmpdir(), 'lethe-kernel-'));
  try {
    copyFileSync(join(folder, 'scan.as'), join(build, 'scan.ts'));
    const compiler = join(root, 'node_modules/assemblyscript/bin/asc.js');
    execFileSync(process.execPath, [compiler, 'scan.ts', '-o', 'scan.wasm', ...options], { cwd: build });
    return new Uint8Array(readFileSync(join(build, 'scan.wasm')));
  } finally {
    rmSync(build, { recursive: true });
  }
}

/** The text of the module that holds a kernel. */
export function blobModule(kernel: Uint8Array): string {
  const text = Buffer.from(kernel).toString('base64');
  const lines = text.match(new RegExp(`.{1,${WIDTH}}`, 'g')) ?? [];
  return `/** \`scan.as\`, compiled: written by \`npm run kernel\`, and compared byte for byte by a test. */
export const blob: string = [
${lines.map((line) => `  '${line}',\n`).join('')}].join('');
`;
}
