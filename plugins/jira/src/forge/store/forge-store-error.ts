import { StoreError } from '@lethe/core';

/** Why the app's storage could not do its work. */
export type ForgeStoreErrorCode =
  /** Forge's storage did not answer, several times in a row. */
  | 'unreached'
  /** It refuses what was to be stored. */
  | 'refused'
  /** What is stored cannot be read by this version of the app. */
  | 'unreadable'
  /** More than the storage takes at once. */
  | 'too-big'
  /** What was sealed cannot be opened. */
  | 'key'
  /** What was asked for is not there, or is not in the state it has to be in. */
  | 'conflict';

/** The app's storage could not do its work. The message says what happened and what to do, and holds nothing that was stored. */
export class ForgeStoreError extends StoreError {
  override readonly name = 'ForgeStoreError';
  readonly code: ForgeStoreErrorCode;
  readonly #cause: unknown;

  constructor(code: ForgeStoreErrorCode, says: string, advice: { readonly remedy: string; readonly cause?: unknown }) {
    super(says, advice.remedy);
    this.code = code;
    this.#cause = advice.cause;
  }

  /** What was thrown underneath, for a debugger. */
  underlying(): unknown {
    return this.#cause;
  }
}

/** Forge's storage did not answer. */
export function unreached(cause: unknown): ForgeStoreError {
  const remedy = 'Try again in a while: nothing was lost, and an open run can be resumed.';
  return new ForgeStoreError('unreached', 'The storage of the app does not answer.', { remedy, cause });
}

/** Forge's storage takes none of it. */
export function refused(cause: unknown): ForgeStoreError {
  const remedy = 'Report this to whoever maintains the app; nothing was stored.';
  return new ForgeStoreError('refused', 'The storage of the app refuses what was to be stored.', { remedy, cause });
}

/** A stored document is not what this version writes. */
export function unreadable(cause: unknown): ForgeStoreError {
  const remedy = 'Update the app; if it is up to date, report this to whoever maintains it.';
  return new ForgeStoreError('unreadable', 'What the app stored cannot be read by this version.', { remedy, cause });
}

/** The plan is larger than one change of the storage. */
export function tooBig(): ForgeStoreError {
  const remedy = 'Leave some of the issues out of the review, or run this person from the self-hosted companion.';
  return new ForgeStoreError('too-big', 'This plan has more steps than the storage of the app can hold.', { remedy });
}
