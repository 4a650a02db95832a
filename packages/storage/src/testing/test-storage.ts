import { join } from 'node:path';

import { afterAll, beforeAll } from '@jest/globals';
import type { OwnedRun, Store } from '@lethe/core';
import { approvalOfRecord, inventedRecord, inventedSecrets } from '@lethe/core/testing';

import { openStorage, type StorageOptions } from '../storage.ts';
import type { Storage } from '../store.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from './temporary-directory.ts';
import { makeTestDatabase, type TestDatabase } from './test-database.ts';

/** An empty storage for the tests of one file, on a database of its own; there from the first test to the last. */
export class TestStorage {
  #database: TestDatabase | undefined;
  #directory: TemporaryDirectory | undefined;
  #storage: Storage | undefined;
  readonly #now: (() => Date) | undefined;

  constructor(now?: () => Date) {
    this.#now = now;
    beforeAll(async () => {
      this.#database = await makeTestDatabase();
      this.#directory = await makeTemporaryDirectory();
      this.#storage = await this.open();
    }, 60_000);
    afterAll(async () => {
      await this.storage.close();
      await this.database.remove();
      await this.#directory?.remove();
    }, 30_000);
  }

  get storage(): Storage {
    return there(this.#storage);
  }

  get database(): TestDatabase {
    return there(this.#database);
  }

  get keyFile(): string {
    return join(there(this.#directory).path, 'key');
  }

  /** Another one on the same database, as another process would open; whoever asks for it closes it. */
  async open(options: StorageOptions = {}): Promise<Storage> {
    return openStorage({
      databaseUrl: this.database.url,
      keyFile: this.keyFile,
      env: {},
      now: this.#now ?? (() => new Date()),
      ...options,
    });
  }
}

/** A run of an invented person that was just begun. */
export async function begun(store: Store, person?: string): Promise<OwnedRun> {
  const record = inventedRecord(person === undefined ? {} : { person });
  await store.savePlan(record, inventedSecrets());
  return store.begin(record.id, approvalOfRecord(record));
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new ReferenceError('The storage is there while tests run.');
  return value;
}
