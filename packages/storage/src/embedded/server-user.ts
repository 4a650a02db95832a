import { execFile } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { promisify } from 'node:util';

import { StorageError } from '../storage-error.ts';
import { useServerInstead } from './binaries.ts';

/** The user the server runs as. Without ids it is the user of this process. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root, so root starts it as `nobody`.
 * @throws StorageError `platform` when root has no such user to switch to.
 */
export async function findServerUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {};
  if (process.platform === 'darwin') throw noUser('On macOS root cannot start the embedded PostgreSQL.');
  try {
    return { uid: await idOf('-u'), gid: await idOf('-g') };
  } catch (error) {
    throw noUser('PostgreSQL refuses to run as root, and this system has no user "nobody" to run it as.', error);
  }
}

/** Gives a path to the user the server runs as. */
export async function handOver(path: string, user: ServerUser): Promise<void> {
  if (user.uid !== undefined && user.gid !== undefined) await chown(path, user.uid, user.gid);
}

async function idOf(which: '-u' | '-g'): Promise<number> {
  const { stdout } = await promisify(execFile)('id', [which, 'nobody']);
  return Number.parseInt(stdout, 10);
}

function noUser(what: string, cause?: unknown): StorageError {
  return new StorageError('platform', what, { remedy: `Run lethe as an ordinary user. ${useServerInstead}`, cause });
}
