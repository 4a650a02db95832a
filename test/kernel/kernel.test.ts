import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { blobFile, blobModule, compileKernel } from './compile-kernel.ts';

const MOST_COMPILED_AT_ONCE = 4096;

it('the kernel in core is its source, compiled: byte for byte', () => {
  expect(readFileSync(blobFile, 'utf8')).toBe(blobModule(compileKernel()));
}, 60_000);

it('the kernel is small enough for browsers to compile at once', () => {
  expect(compileKernel().length).toBeLessThan(MOST_COMPILED_AT_ONCE);
}, 60_000);
