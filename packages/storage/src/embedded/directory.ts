import { access, chmod, constants, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

import { StorageError } from '../storage-error.ts';
import { codeOf } from '../system-error.ts';

/**
 * Makes sure the directory is there and this user can work in it. As root, directories made here may be passed (not listed)
 * by others, because the server runs as another user.
 * @throws StorageError `directory`, `read-only` or `disk-full`.
 */
export async function openDirectory(home: string): Promise<void> {
  try {
    const first = await mkdir(home, { recursive: true, mode: 0o700 });
    if (process.getuid?.() === 0) await letPass(home, first ?? home);
    await access(home, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unusable(home, error);
  }
}

async function letPass(path: string, upTo: string): Promise<void> {
  await chmod(path, 0o711);
  if (path !== upTo) await letPass(dirname(path), upTo);
}

function unusable(home: string, cause: unknown): StorageError {
  const remedy = 'Name another data directory with LETHE_DATA_DIR, or change the rights of this one.';
  if (codeOf(cause) === 'EROFS') {
    return new StorageError('read-only', `${home} is on a read-only file system.`, { remedy, cause });
  }
  if (codeOf(cause) === 'ENOSPC') {
    return new StorageError('disk-full', `There is no room for ${home}.`, { remedy, cause });
  }
  return new StorageError('directory', `This user cannot read and write in ${home}.`, { remedy, cause });
}
