const FIRST = 0x9e3779b1 | 0;
const LENGTH = 0x85ebca6b | 0;
const SECOND = 0xc2b2ae35 | 0;
const PAIR = 0x27d4eb2f | 0;
const TAIL = 0x165667b1 | 0;

const SURROGATE = /[\ud800-\udfff]/;
/** In an area where no letters are: what has it set is a byte already. */
const ODD = 0xe000;

/** What the bytes of a word are multiplied by, place for place: only the first eight count. */
export const placeFactors: Int32Array = Int32Array.from([
  ...[0, 8, 16, 24].map((bits) => FIRST << bits),
  ...[0, 8, 16, 24].map((bits) => SECOND << bits),
  0,
]);

/** What each letter of a word adds, wherever it stands. */
export const LETTER = LENGTH;

/** The byte a folded character counts as in a hash. */
export function byteOf(code: number): number {
  return code < 128 ? code : 128 + (Math.imul(code, FIRST) >>> 25);
}

/** The hash of one word of folded code points: of its first and last eight and its length. The kernel computes the same. */
export function hashOf(word: string): number {
  return SURROGATE.test(word) ? hashOfUnits(codeUnits(word)) : hashOfUnits(word);
}

/** Characters of the other planes count as one, by a unit of the same byte. */
function codeUnits(word: string): string {
  return Array.from(word, (char) => String.fromCharCode(byteOf(char.codePointAt(0) ?? 0) | ODD)).join('');
}

function hashOfUnits(word: string): number {
  const { length } = word;
  let hash = Math.imul(length, LETTER);
  for (let place = 0; place < 8 && place < length; place += 1) {
    hash = (hash + Math.imul(unitByte(word, place), placeFactors[place] ?? 0)) | 0;
  }
  if (length <= 8) return hash >>> 0;
  let tail = 0;
  for (let place = 0; place < 8; place += 1) {
    tail = (tail + Math.imul(unitByte(word, length - 8 + place), placeFactors[place] ?? 0)) | 0;
  }
  return (hash + Math.imul(tail, TAIL)) >>> 0;
}

function unitByte(word: string, at: number): number {
  const unit = word.charCodeAt(at);
  return unit >= ODD && unit < ODD + 256 ? unit & 255 : byteOf(unit);
}

/** What the last eight bytes add to the hash of a word with more. */
export function tailOf(bytes: DataView, end: number): number {
  const low = Math.imul(bytes.getInt32(end - 8, true), FIRST);
  const high = Math.imul(bytes.getInt32(end - 4, true), SECOND);
  return Math.imul(low + high, TAIL);
}

/** The hash of two words in a row. */
export function pairOf(first: number, second: number): number {
  const mixed = Math.imul(((first << 13) | (first >>> 19)) ^ second, PAIR);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** The hash of the last digits of a number. */
export function numberHash(value: number): number {
  return Math.imul(value, FIRST) >>> 0;
}
