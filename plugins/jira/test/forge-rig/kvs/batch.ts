import { refusal, refused } from './answer.ts';
import type { KvsAnswer, Refusal } from './answer.ts';
import { entityFault } from './entities.ts';
import type { EntityDeclaration } from './entities.ts';
import { bytesOf, keyFault, limits, valueFault } from './limits.ts';
import type { Shelf } from './shelf.ts';
import { placeOf } from './transaction.ts';
import type { Operation } from './wire.ts';

/** What a batch does with each of its items, one by one: some may fail while others succeed. */
export type BatchVerb = 'get' | 'set' | 'delete';

/** Carries a batch out. https://developer.atlassian.com/platform/forge/storage-reference/batchops */
export function batched(
  { shelf, known }: { readonly shelf: Shelf; readonly known: readonly EntityDeclaration[] },
  verb: BatchVerb,
  items: readonly Operation[],
): KvsAnswer {
  const names = new Set(items.map((item) => `${placeOf(item)} ${item.key}`));
  if (items.length === 0 || items.length > limits.operations || names.size < items.length)
    return refused(refusal('INVALID_BATCH'));
  if (bytesOf(items) > limits.requestBytes) return refused(refusal('MAX_SIZE'));
  const results = items.map((item) => ({ item, ...one(shelf, known, { verb, item }) }));
  const failed = results.flatMap(({ item, fault }) => (fault === undefined ? [] : [failure(item, fault)]));
  const succeeded = results.flatMap(({ item, fault, found }) =>
    fault === undefined ? [{ ...named(item), ...(found ?? {}) }] : [],
  );
  return { status: 200, body: { successfulKeys: succeeded, failedKeys: failed } };
}

interface Result {
  readonly fault?: Refusal;
  readonly found?: { readonly value: unknown };
}

function one(
  shelf: Shelf,
  known: readonly EntityDeclaration[],
  { verb, item }: { readonly verb: BatchVerb; readonly item: Operation },
): Result {
  const { key, value, entityName, options } = item;
  const place = placeOf(item);
  const wrong = keyFault(key);
  if (wrong !== undefined) return { fault: wrong };
  if (verb === 'get') {
    const found = shelf.get(place, key);
    return found === undefined ? { fault: refusal('KEY_NOT_FOUND', 404) } : { found: { value: found.value } };
  }
  if (verb === 'delete') {
    shelf.delete(place, key);
    return {};
  }
  const fault = valueFault(value) ?? (entityName === undefined ? undefined : entityFault(known, entityName, value));
  if (fault !== undefined) return { fault };
  shelf.put(place, { key, value, ...(options?.ttl === undefined ? {} : { ttl: options.ttl }) });
  return {};
}

function named({ key, entityName }: Operation): object {
  return entityName === undefined ? { key } : { key, entityName };
}

function failure(item: Operation, { code }: Refusal): object {
  return { ...named(item), error: { code, message: 'The fake store refused this item.' } };
}
