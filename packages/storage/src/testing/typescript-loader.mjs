// Lets a child process of a test run the sources themselves: node --conditions=source --import .../typescript-loader.mjs x.ts
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } };

/** Node's `load` hook: TypeScript in, JavaScript out. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const path = fileURLToPath(url);
  const { code } = await transform(await readFile(path, 'utf8'), { ...options, filename: path, sourceMaps: 'inline' });
  return { format: 'module', source: code, shortCircuit: true };
}

register(import.meta.url);
