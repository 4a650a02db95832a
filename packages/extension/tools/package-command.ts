import { join } from 'node:path';
import { buildExtension } from './build.ts';

const folder = join(import.meta.dirname, '../dist/app');
await buildExtension(folder);
console.log(folder);
