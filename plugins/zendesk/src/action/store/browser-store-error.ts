import { StoreError } from '@lethe/core';

/** Why the browser's store could not do its work. */
export type BrowserStoreErrorCode =
  /** The browser lets this page keep nothing: a private window, or a rule that blocks site data. */
  | 'refused'
  /** No room is left. */
  | 'full'
  /** The data was written by a newer version of the app. */
  | 'too-new'
  /** Another tab holds an older version of the app open. */
  | 'blocked'
  /** The database was closed under our hands: another tab brought a newer version, or site data was deleted. */
  | 'closed'
  /** A sealed secret was changed or moved, or its key is gone. */
  | 'key'
  /** What was asked for is not there, or is not in the state it has to be in. */
  | 'conflict'
  /** Something else the browser's database refused. */
  | 'database';

/**
 * The browser's store could not do its work. The message says what happened and what to do; it never holds anything that
 * was stored.
 */
export class BrowserStoreError extends StoreError {
  override readonly name = 'BrowserStoreError';
  readonly code: BrowserStoreErrorCode;
  readonly #cause: unknown;

  constructor(
    code: BrowserStoreErrorCode,
    says: string,
    advice: { readonly remedy: string; readonly cause?: unknown },
  ) {
    super(says, advice.remedy);
    this.code = code;
    this.#cause = advice.cause;
  }

  /** What was thrown underneath, for a debugger. */
  underlying(): unknown {
    return this.#cause;
  }
}
