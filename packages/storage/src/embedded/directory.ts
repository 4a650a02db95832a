import { access, chmod, constants, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

import { StorageError } from '../storage-error.ts';
import { codeOf } from '../system-error.ts';
import { diskFull } from './failure.ts';

/**
 * Makes sure the directory is there and this user can work in it. As root, directories made here may be passed (not listed)
 * by others, because the server runs as another user.
 */
export async function openDirectory(home: string): Promise<void> {
  const first = await mkdir(home, { recursive: true, mode: 0o700 });
  if (process.getuid?.() === 0) await letPass(home, first ?? home);
  await access(home, constants.R_OK | constants.W_OK | constants.X_OK);
}

async function letPass(path: string, upTo: string): Promise<void> {
  await chmod(path, 0o711);
  if (path !== upTo) await letPass(dirname(path), upTo);
}

/** What an error of the file system means for a person; every other error is answered unchanged. */
export function directoryFault(home: string, error: unknown): unknown {
  const remedy = 'Name another data directory with LETHE_DATA_DIR, or change the rights of this one.';
  const advice = { remedy, cause: error };
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(home, error);
    case 'EROFS':
      return new StorageError('read-only', `${home} is on a read-only file system.`, advice);
    case 'EACCES':
    case 'EPERM':
    case 'EEXIST':
    case 'ENOTDIR':
      return new StorageError('directory', `This user cannot read and write in ${home}.`, advice);
    default:
      return error;
  }
}
