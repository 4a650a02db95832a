import { refusal } from './answer.ts';
import type { Refusal } from './answer.ts';

/** The limits of Forge's key-value store. https://developer.atlassian.com/platform/forge/limits-kvs-ce */
export const limits = {
  keyLength: 500,
  /** Of a value as JSON, in bytes. */
  valueBytes: 240 * 1024,
  depth: 31,
  operations: 25,
  /** Of a whole transaction or batch, in bytes. */
  requestBytes: 4 * 1024 * 1024,
  /** A page of a query. */
  page: 20,
  entityPage: 100,
} as const;

const keyPattern = /^(?!\s+$)[a-zA-Z0-9:._\s-#]+$/;

/** What is wrong with a key. */
export function keyFault(key: unknown): Refusal | undefined {
  if (typeof key !== 'string' || key === '') return refusal('KEY_TOO_SHORT');
  if (key.length > limits.keyLength) return refusal('KEY_TOO_LONG');
  return keyPattern.test(key) ? undefined : refusal('INVALID_KEY');
}

/** What is wrong with a value. */
export function valueFault(value: unknown): Refusal | undefined {
  if (value === undefined || value === null) return refusal('INVALID_REQUEST');
  if (bytesOf(value) > limits.valueBytes) return refusal('MAX_SIZE');
  return depthOf(value) > limits.depth ? refusal('MAX_DEPTH') : undefined;
}

/** How many bytes it is as JSON. */
export function bytesOf(value: unknown): number {
  return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
