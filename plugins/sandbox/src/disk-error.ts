import { HostError } from '@lethe/core';

/** Does something with the sandbox's files; what the disk throws becomes a `HostError` that says what to do. */
export function onDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof HostError ? error : hostErrorFor(error);
  }
}

/** Whether something failed because there is no such file. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

function hostErrorFor(cause: unknown): HostError {
  switch (codeOf(cause)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new HostError('not-permitted', 'The sandbox folder may not be read or written: change its rights.', {
        cause,
      });
    case 'ENOSPC':
    case 'EDQUOT':
      return new HostError('down', 'The disk with the sandbox folder is full: make room, then resume.', { cause });
    default:
      return new HostError('down', 'The sandbox folder cannot be read or written: see whether it is still there.', {
        cause,
      });
  }
}

/** The system's own name for what went wrong: `ENOENT`. Nothing for errors of other kinds. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
