import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/*
 * All of core's tests as one file, for mutation tests only: jest loads libraries anew for every test file, which for
 * thousands of mutants would take longer than the tests themselves.
 */

const core = join(import.meta.dirname, '../../../../core/src');
const tested = /^(?:plan|execut|verdict|rules|guards|flow|confirmation|fingerprint).*\.test\.ts$/u;
const files = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter((path) => tested.test(path));
for (const path of files.sort()) await import(join(core, path));
