// Lets a child process of a test run the sources themselves: node --conditions=source --import=.../typescript-loader.mjs x.ts
// What it compiled is kept beside other temporary files, by content, as a test starts many such processes.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { register } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const directory = join(tmpdir(), `lethe-tests-compiled-${process.getuid?.() ?? 0}`);
const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } };

/** Node's `load` hook: TypeScript in, JavaScript out. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const source = await readFile(filename, 'utf8');
  const kept = join(directory, createHash('sha256').update(`${filename}\n${source}`).digest('hex'));
  const compiled = await readFile(kept, 'utf8').catch(() => compile(source, { filename, kept }));
  return { format: 'module', source: compiled, shortCircuit: true };
}

async function compile(source, { filename, kept }) {
  const { transform } = await import('@swc/core');
  const { code } = await transform(source, { ...options, filename, sourceMaps: 'inline' });
  const draft = `${kept}.${randomUUID()}`;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(draft, code);
  await rename(draft, kept);
  return code;
}

register(import.meta.url);
