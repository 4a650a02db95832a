import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { z } from 'zod';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ resolved: z.string().optional(), optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});
const path = join(import.meta.dirname, '../../../package-lock.json');
const { packages } = lockSchema.parse(JSON.parse(readFileSync(path, 'utf8')));

// npm ci refuses a lock file that leaves out the binaries of other platforms, and npm install writes such a one
// where the registry does not offer them.
it('the lock file knows the binaries of every platform, so that npm ci takes it', () => {
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
  const known = new Set(Object.keys(packages).map((folder) => folder.slice(folder.lastIndexOf('node_modules/') + 13)));
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter((name) => !known.has(name))).toEqual([]);
});

it('the lock file names no registry', () => {
  const resolved = Object.values(packages).flatMap((entry) => entry.resolved ?? []);
  expect(resolved.filter((address) => /^https?:/u.test(address))).toEqual([]);
});
