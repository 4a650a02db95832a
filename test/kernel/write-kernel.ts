/**
 * Compiles the scanner's kernel into core.
 *
 *   npm run kernel
 */
import { writeFileSync } from 'node:fs';
import { blobFile, blobModule, compileKernel } from './compile-kernel.ts';

writeFileSync(blobFile, blobModule(compileKernel()));
