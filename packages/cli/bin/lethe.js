#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(main)) await import(main);
else {
  process.stderr.write('lethe is not built yet: run `npm run build` in its folder.\n');
  process.exitCode = 1;
}
