/** Why storage could not do its work. Each code has one page of advice: the error's own `remedy`. */
export type StorageErrorCode =
  /** No embedded PostgreSQL exists for this operating system, processor or C library. */
  | 'platform'
  /** The embedded PostgreSQL should be in node_modules and is not. */
  | 'binaries-missing'
  /** A directory cannot be read, written, or entered by the user the server runs as. */
  | 'directory'
  /** Another process has been starting or stopping the embedded server for too long. */
  | 'busy'
  /** The embedded server did not start, or did not stop, and said why in its log. */
  | 'server-failed'
  | 'disk-full'
  /** `DATABASE_URL` is not an address. */
  | 'address'
  /** Nothing answers at the address, or the connection broke. */
  | 'unreachable'
  /** The server answered and refused this user, password or database. */
  | 'refused'
  | 'read-only'
  /** The server or the database is older than this program can use. */
  | 'too-old'
  /** The database was changed by a newer version of this program. */
  | 'too-new'
  /** The sealing key is missing, malformed, or not the one a secret was sealed with. */
  | 'key'
  /** What was asked for is not there, or is not in the state it has to be in. */
  | 'conflict'
  /** Something else the database refused. */
  | 'database';

/** What a person can do about it, and what was thrown underneath. */
export interface StorageAdvice {
  readonly remedy: string;
  /** For a debugger, never printed. */
  readonly cause?: unknown;
}

/**
 * Storage could not do its work. `message` says what happened and what to do, in sentences a person can act on; it never
 * contains a password, a connection string or a row's content.
 */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageErrorCode;
  readonly remedy: string;
  readonly #cause: unknown;

  constructor(code: StorageErrorCode, what: string, advice: StorageAdvice) {
    super(`${what} ${advice.remedy}`);
    this.code = code;
    this.remedy = advice.remedy;
    this.#cause = advice.cause;
  }

  /** What was thrown underneath, for a debugger. */
  underlying(): unknown {
    return this.#cause;
  }
}
