import type { OwnedRun, Store } from '@lethe/core';
import { approvalOfRecord, inventedRecord, inventedSecrets } from '@lethe/core/testing';

/** A run of an invented person that was just begun. */
export async function begun(store: Store, person?: string): Promise<OwnedRun> {
  const record = inventedRecord(person === undefined ? {} : { person });
  await store.savePlan(record, inventedSecrets());
  return store.begin(record.id, approvalOfRecord(record));
}

/** All that comes, as a list. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
