import { byteOf } from './byte-of.ts';

/** Odd numbers without a pattern in their bits; the kernel knows the same. */
const LOW = 0x9e3779b1 | 0;
const LENGTH = 0x85ebca6b | 0;
const HIGH = 0xc2b2ae35 | 0;
const PAIR = 0x27d4eb2f | 0;
const TAIL = 0x165667b1 | 0;
const ADDRESS = 0x01000193;
const SIGN = 0x3c6ef372;

/** So many bytes of a word's beginning and of its end count. */
const COUNTED = 8;

/** What stands in a pair's first place where no word does. */
export const ALONE = 0;
/** The same before the last seven digits of a number. */
export const NUMBER = 1;
/** The same before the last five of one that has no seven. */
export const SHORT_NUMBER = 2;

/** The hash of one word of folded code points: of its first and last eight and its length. */
export function hashOfWord(codes: readonly number[]): number {
  const { length } = codes;
  const begin = eightFrom(codes, 0);
  const tail = length > COUNTED ? Math.imul(eightFrom(codes, length - COUNTED), TAIL) : 0;
  const [first = 0] = codes;
  const sign = length === 1 && isSign(first) ? hashOfSign(first) : 0;
  return (begin + Math.imul(length, LENGTH) + tail + sign) | 0;
}

/** Whether a unit is a Chinese sign or a Korean syllable: a word by itself, and folded to itself. */
export function isSign(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3);
}

/** What the hash of a sign that is a word by itself grows by: one byte of thousands of signs says too little. */
export function hashOfSign(code: number): number {
  return Math.imul(code, SIGN);
}

function eightFrom(codes: readonly number[], from: number): number {
  let low = 0;
  let high = 0;
  for (let place = 0; place < 4; place += 1) {
    low |= byteAt(codes, from + place) << (8 * place);
    high |= byteAt(codes, from + 4 + place) << (8 * place);
  }
  return (Math.imul(low, LOW) + Math.imul(high, HIGH)) | 0;
}

function byteAt(codes: readonly number[], at: number): number {
  const code = codes[at];
  return code === undefined ? 0 : byteOf(code);
}

/** The same of a word that lies in memory as bytes, with eight zeros or more behind the last. */
export function hashInMemory(view: DataView, start: number, length: number): number {
  const kept = length > COUNTED ? COUNTED : length;
  const low = view.getInt32(start, true) & (lowBytes[kept] ?? 0);
  const high = view.getInt32(start + 4, true) & (highBytes[kept] ?? 0);
  const begin = Math.imul(low, LOW) + Math.imul(high, HIGH) + Math.imul(length, LENGTH);
  if (length <= COUNTED) return begin | 0;
  const last = start + length - COUNTED;
  const end = Math.imul(view.getInt32(last, true), LOW) + Math.imul(view.getInt32(last + 4, true), HIGH);
  return (begin + Math.imul(end, TAIL)) | 0;
}

const lowBytes = Int32Array.from({ length: COUNTED + 1 }, (_, length) => (length >= 4 ? -1 : (1 << (8 * length)) - 1));
const highBytes = Int32Array.from({ length: COUNTED + 1 }, (_, length) =>
  length < 4 ? 0 : length === COUNTED ? -1 : (1 << (8 * (length - 4))) - 1,
);

/** The key of two words in a row, of a word alone, of a number or an address: what is looked up. */
export function keyOf(first: number, second: number): number {
  const mixed = Math.imul(((first << 13) | (first >>> 19)) ^ second, PAIR);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** The hash of an address's parts grows by one byte: of its local part from the `@` backwards, of its domain forwards. */
export function withByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, ADDRESS);
}
