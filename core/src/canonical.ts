import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * JSON in the one form RFC 8785 gives each value: keys sorted by UTF-16 units, no white space, properties that are
 * `undefined` left out. Equal values have equal texts, so their digests can be compared.
 * Throws `TypeError` for anything that is not plain JSON: dates, instances such as `Personal`, lone surrogates, infinity.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalText(value);
  if (Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (isPlainObject(value)) return canonicalObject(value);
  throw new TypeError('Only plain JSON has a canonical form: no dates, no instances, no numbers without an end.');
}

/** SHA-256 of the canonical JSON, 64 hex digits. Throws `TypeError` as `canonicalJson` does. */
export function digestOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** So much text is hashed at a time: a few milliseconds. */
const PART = 64 * 1024;

/**
 * The same digest of a large object, made in parts: between two of them others have the thread, for as long as `breathe` takes.
 * Throws `TypeError` as `canonicalJson` does.
 */
export async function digestInParts(value: object, breathe: () => Promise<void>): Promise<string> {
  const hash = sha256.create();
  let part = '';
  for (const piece of canonicalPieces(value)) {
    part += piece;
    if (part.length < PART) continue;
    hash.update(utf8ToBytes(part));
    part = '';
    await breathe();
  }
  return bytesToHex(hash.update(utf8ToBytes(part)).digest());
}

/** The canonical text of an object, each element of its lists by itself. */
function* canonicalPieces(value: object): Generator<string> {
  let before = '{';
  for (const [key, member] of Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (member === undefined) continue;
    yield `${before}${canonicalText(key)}:`;
    before = ',';
    if (Array.isArray(member)) yield* canonicalElements(member);
    else yield canonicalJson(member);
  }
  yield before === '{' ? '{}' : '}';
}

function* canonicalElements(list: readonly unknown[]): Generator<string> {
  yield '[';
  for (let at = 0; at < list.length; at += 1) yield `${at === 0 ? '' : ','}${canonicalJson(list[at])}`;
  yield ']';
}

function canonicalText(text: string): string {
  if (!text.isWellFormed())
    throw new TypeError('Only well-formed text has a canonical form: half a pair stands alone.');
  return JSON.stringify(text);
}

function canonicalObject(object: object): string {
  let members = '';
  const values: Readonly<Record<string, unknown>> = { ...object };
  for (const key of Object.keys(values).sort()) {
    if (values[key] === undefined) continue;
    members += `${members === '' ? '' : ','}${canonicalText(key)}:${canonicalJson(values[key])}`;
  }
  return `{${members}}`;
}

/** An object of any realm whose prototype, if it has one, is the top of the chain. */
function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
