import { done, refusal, refused } from './answer.ts';
import type { KvsAnswer, Refusal } from './answer.ts';
import { meets } from './conditions.ts';
import { entityFault } from './entities.ts';
import type { EntityDeclaration } from './entities.ts';
import { bytesOf, keyFault, limits, valueFault } from './limits.ts';
import type { Place, Shelf } from './shelf.ts';
import type { Operation, Transaction } from './wire.ts';

/** Where a transaction happens. */
export interface Ground {
  readonly shelf: Shelf;
  readonly known: readonly EntityDeclaration[];
  /** Whether no condition holds on a key that is not there. */
  readonly conditionsNeedRow: boolean;
}

/** Carries out all of it or none. Conditions are for entities alone; every key may come once. */
export function transacted({ shelf, known, conditionsNeedRow }: Ground, request: Transaction): KvsAnswer {
  const { set = [], delete: gone = [], check = [] } = request;
  const fault = requestFault(request, [...set, ...gone, ...check]) ?? setFault(known, set);
  if (fault !== undefined) return refused(fault);
  const holds = [...set, ...gone, ...check].every((operation) => {
    const row = shelf.get(placeOf(operation), operation.key);
    if (row === undefined && operation.conditions !== undefined && conditionsNeedRow) return false;
    return meets(attributesOf(row?.value), operation.conditions);
  });
  if (!holds) return refused(refusal('CONDITION_NOT_MET', 409));
  for (const { key, value, options, ...rest } of set)
    shelf.put(placeOf(rest), { key, value, ...(options?.ttl === undefined ? {} : { ttl: options.ttl }) });
  for (const operation of gone) shelf.delete(placeOf(operation), operation.key);
  return done;
}

/** Where an operation works. */
export function placeOf({ entityName }: Pick<Operation, 'entityName'>): Place {
  return entityName === undefined ? 'plain' : `entity ${entityName}`;
}

function requestFault(request: Transaction, operations: readonly Operation[]): Refusal | undefined {
  const names = new Set(operations.map((operation) => `${placeOf(operation)} ${operation.key}`));
  if (operations.length === 0) return refusal('INVALID_REQUEST');
  if (operations.length > limits.operations) return refusal('TOO_MANY_OPERATIONS');
  if (names.size < operations.length) return refusal('DUPLICATE_KEYS');
  if (bytesOf(request) > limits.requestBytes) return refusal('MAX_SIZE');
  if (operations.some(({ entityName, conditions }) => entityName === undefined && conditions !== undefined))
    return refusal('INVALID_REQUEST');
  return operations.map(({ key }) => keyFault(key)).find((fault) => fault !== undefined);
}

function setFault(known: readonly EntityDeclaration[], set: readonly Operation[]): Refusal | undefined {
  const faults = set.map(
    ({ value, entityName }) =>
      valueFault(value) ?? (entityName === undefined ? undefined : entityFault(known, entityName, value)),
  );
  return faults.find((fault) => fault !== undefined);
}

function attributesOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;
}
