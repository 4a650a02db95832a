import { join } from 'node:path';
import { assemble } from './assemble.ts';
import { build, LARGEST, weightOf } from './build.ts';

const folder = join(import.meta.dirname, '../dist/app');

await assemble(folder, build);
const weight = await weightOf(join(folder, 'assets'));
if (weight > LARGEST) process.exitCode = 1;
console.log(`${(weight / 1000).toFixed(1)} kB gzip to load, of at most ${(LARGEST / 1000).toFixed(0)} kB`);
