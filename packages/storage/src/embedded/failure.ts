import { StorageError } from '../storage-error.ts';

/** The error behind what a program of the server printed as it failed. */
export function failure(what: string, output: string, where: string): StorageError {
  const cause = new Error(output);
  if (/no space left on device|disk quota exceeded/i.test(output)) return diskFull(where, cause);
  if (/permission denied|operation not permitted/i.test(output)) {
    return new StorageError('directory', what, {
      remedy: `Give the user it runs as the right to write in ${where}.`,
      cause,
    });
  }
  if (/read-only file system/i.test(output)) {
    return new StorageError('read-only', what, {
      remedy: `${where} is on a read-only file system: use another.`,
      cause,
    });
  }
  const reason = /^.*(?:FATAL|PANIC|error):\s*(.+)$/im.exec(output)?.[1];
  const said = reason ? `${what} It said: ${reason}.` : what;
  return new StorageError('server-failed', said, { remedy: `Look into ${where}.`, cause });
}

/** The disk under the embedded server is full. */
export function diskFull(where: string, cause: unknown): StorageError {
  const remedy = 'Free some space and repeat the command; nothing is lost.';
  return new StorageError('disk-full', `The disk that holds ${where} is full.`, { remedy, cause });
}
