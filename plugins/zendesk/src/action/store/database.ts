import { openDB } from 'idb';
import type { IDBPDatabase, IDBPTransaction, OpenDBCallbacks, StoreNames } from 'idb';
import { BrowserStoreError } from './browser-store-error.ts';
import { databaseFault } from './database-fault.ts';
import type { Tables } from './schema.ts';

/** The database of one installation in one browser. */
export type Database = IDBPDatabase<Tables>;
/** A transaction that may write to these tables. */
export type Writing = IDBPTransaction<Tables, StoreNames<Tables>[], 'readwrite'>;

type Upgrade = (database: Database) => void;

/** Every change of the tables, in order; the version is their number. A change that was released is never edited. */
const upgrades: readonly Upgrade[] = [
  (database) => {
    database.createObjectStore('plans', { keyPath: 'id' }).createIndex('person', ['host', 'person']);
    const runs = database.createObjectStore('runs', { keyPath: 'id' });
    runs.createIndex('plan', 'plan', { unique: true });
    runs.createIndex('open', 'openFor', { unique: true });
    runs.createIndex('approval', ['approval.by', 'approval.at', 'approval.digest'], { unique: true });
    runs.createIndex('untold', 'untold');
    database.createObjectStore('steps', { keyPath: ['run', 'step'] });
    database.createObjectStore('secrets', { keyPath: 'plan' });
    database.createObjectStore('ledger', { keyPath: 'seq' });
  },
];

/** Opens the database and brings its tables up to date. Throws `BrowserStoreError`. */
export async function openDatabase(name: string, changes: readonly Upgrade[] = upgrades): Promise<Database> {
  const tried: { opening?: Promise<Database> } = {};
  try {
    return await new Promise<Database>((resolve, reject) => {
      tried.opening = openDB<Tables>(name, changes.length, callbacks(changes, reject));
      tried.opening.then(resolve, reject);
    });
  } catch (error) {
    // One that was blocked opens later after all: then nobody wants it any more.
    tried.opening?.then(
      (late) => late.close(),
      () => undefined,
    );
    throw databaseFault(error);
  }
}

function callbacks(changes: readonly Upgrade[], refuse: (error: unknown) => void): OpenDBCallbacks<Tables> {
  return {
    upgrade: (database, from) => {
      for (const change of changes.slice(from)) change(database);
    },
    blocked: () => {
      refuse(olderTabOpen());
    },
    // A newer version in another tab waits for us: it goes first, and we say so at the next use.
    blocking: (_current, _blocked, { target }) => {
      if (target instanceof IDBDatabase) target.close();
    },
  };
}

function olderTabOpen(): BrowserStoreError {
  return new BrowserStoreError('blocked', 'An older version of the app is open in another tab.', {
    remedy: 'Close or reload the other tabs, then reload this one.',
  });
}

/**
 * Makes a change of several tables whole or not at all. `change` awaits nothing but the database: a transaction ends as
 * soon as nobody asks it for anything. Throws what `change` throws, and `BrowserStoreError`.
 */
export async function transact<T>(
  database: Database,
  tables: StoreNames<Tables>[],
  change: (writing: Writing) => Promise<T>,
): Promise<T> {
  try {
    // `strict`: an intent is on the disk before the call it announces is made.
    const writing = database.transaction(tables, 'readwrite', { durability: 'strict' });
    const { done } = writing;
    // Met below; without this the browser complains of a rejection nobody handles.
    done.catch(() => undefined);
    try {
      const result = await change(writing);
      await done;
      return result;
    } catch (error) {
      abort(writing);
      await done.catch(() => undefined);
      throw error;
    }
  } catch (error) {
    throw databaseFault(error);
  }
}

function abort(writing: Writing): void {
  try {
    writing.abort();
  } catch {
    // It has ended by itself: there is nothing left to undo.
  }
}

/** Reads; what the browser refuses becomes `BrowserStoreError`. */
export async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw databaseFault(error);
  }
}
