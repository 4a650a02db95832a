import { Fenced } from '@lethe/core';
import { BrowserStoreError } from './browser-store-error.ts';
import type { BrowserStoreErrorCode } from './browser-store-error.ts';

interface Meaning {
  readonly code: BrowserStoreErrorCode;
  readonly says: string;
  readonly remedy: string;
}

const refused: Meaning = {
  code: 'refused',
  says: 'This browser lets the app keep nothing, and without a journal no run may begin.',
  remedy: 'Use a normal window instead of a private one, and allow this site to store data in the browser.',
};
const closed: Meaning = {
  code: 'closed',
  says: "The app's database in this browser was closed while it was in use.",
  remedy: 'Reload the page; an open run can then be resumed.',
};

/** What the browser's own errors mean, by name. https://www.w3.org/TR/IndexedDB/#exceptions */
const meanings: Readonly<Record<string, Meaning>> = {
  QuotaExceededError: {
    code: 'full',
    says: 'The browser has no room left for the journal.',
    remedy: 'Free space on the disk, or delete site data of other pages, then go on.',
  },
  VersionError: {
    code: 'too-new',
    says: 'What this browser stored comes from a newer version of the app.',
    remedy: 'Reload the page so that the newer version is loaded.',
  },
  SecurityError: refused,
  NotAllowedError: refused,
  UnknownError: refused,
  DataCloneError: refused,
  InvalidStateError: closed,
  TransactionInactiveError: closed,
};

/** What was thrown inside the database, in words somebody can act on. Our own errors are handed on. */
export function databaseFault(error: unknown): unknown {
  if (error instanceof BrowserStoreError || error instanceof Fenced || error instanceof TypeError) return error;
  const { code, says, remedy } = meanings[nameOf(error)] ?? other;
  return new BrowserStoreError(code, says, { remedy, cause: error });
}

const other: Meaning = {
  code: 'database',
  says: "The browser's database refused to store something.",
  remedy: 'Reload the page and try again; if it stays, restart the browser.',
};

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}
