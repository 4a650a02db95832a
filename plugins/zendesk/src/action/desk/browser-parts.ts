import type { TabLocks } from '../store/presence.ts';
import { BrowserStoreError } from '../store/browser-store-error.ts';

/** What the browser gives the desk; handed in, so that tests have their own. */
export interface BrowserParts {
  readonly locks: TabLocks;
  readonly crypto: Crypto;
  /** Small notes that are no secret: which language the account has. */
  readonly notes: Pick<Storage, 'getItem' | 'setItem'>;
  /** Asks the browser not to clear our data by itself when it is short of room. */
  persist(): Promise<unknown>;
  readonly now: () => Date;
  wait(milliseconds: number): Promise<void>;
}

/** The browser this page is in. Throws `BrowserStoreError` for one that is too old, or lets this page keep nothing. */
export function browserParts(): BrowserParts {
  const { navigator, crypto } = globalThis;
  if (!('locks' in navigator) || !('randomUUID' in crypto)) throw tooOld();
  return {
    locks: navigator.locks,
    crypto,
    notes: notesOf(),
    persist: async () => navigator.storage.persist(),
    now: () => new Date(),
    wait: async (milliseconds) =>
      new Promise((over) => {
        setTimeout(over, milliseconds);
      }),
  };
}

function notesOf(): BrowserParts['notes'] {
  try {
    return globalThis.localStorage;
  } catch (cause) {
    // Where site data is blocked, even asking for it is refused.
    throw new BrowserStoreError(
      'refused',
      'This browser lets the app keep nothing, and without a journal no run may begin.',
      {
        remedy: 'Use a normal window instead of a private one, and allow this site to store data in the browser.',
        cause,
      },
    );
  }
}

function tooOld(): BrowserStoreError {
  return new BrowserStoreError('refused', 'This browser lacks what keeps two tabs from running the same person.', {
    remedy: 'Use a current version of Chrome, Edge, Firefox or Safari.',
  });
}
