import { ALONE, hashInMemory, hashOfSign, isSign, keyOf, NUMBER, SHORT_NUMBER, withByte } from './hashing.ts';
import type { KeyTable } from './key-table.ts';
import { ScriptWords } from './script-words.ts';
import { CODED, OVERLAP, PART, type Walker } from './walk.ts';

const FIRST_ROOM = 0x8000;
const SEVEN = 10_000_000;
const FIVE = 100_000;
const ZERO = 48;
const NINE = 57;
const LONGEST_LOCAL = 164;
const PLUS = 0x2b;

/** What may stand in an address's local part, by byte: 2 a letter, 1 a sign, 0 nothing of one. */
const localKinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 128 || /[a-z\d]/.test(String.fromCharCode(byte))) return 2;
  return byte <= 32 || '(),:;<>@[\\]'.includes(String.fromCharCode(byte)) ? 0 : 1;
});
/** Signs that tell no mailboxes apart. */
const dropped = Uint8Array.from({ length: 256 }, (_, byte) => ('.\'"'.includes(String.fromCharCode(byte)) ? 1 : 0));

/** The walk in TypeScript, for wherever WebAssembly or its SIMD is missing. `kernel/scan.as` is the same. */
export class ScriptWalker implements Walker {
  readonly #table: KeyTable;
  readonly #words = new ScriptWords();
  #units = new Uint16Array(FIRST_ROOM);

  constructor(table: KeyTable) {
    this.#table = table;
  }

  roomFor(length: number): Uint16Array {
    if (length > this.#units.length) {
      const larger = new Uint16Array(length * 2);
      larger.set(this.#units);
      this.#units = larger;
    }
    return this.#units;
  }

  walk(length: number, met: (key: number) => void): number {
    // Looking for it here costs as much as looking for it in the text.
    let flags = CODED;
    for (let from = 0; ; from += PART - OVERLAP) {
      const to = Math.min(length, from + PART);
      flags |= this.#words.read(this.#units, from, to);
      this.#askWords(from, met);
      this.#askAddresses(to - from, met);
      if (to === length) return flags;
    }
  }

  #ask(key: number, met: (key: number) => void): void {
    const bit = key >>> this.#table.bitShift;
    if ((((this.#table.bits[bit >> 3] ?? 0) >> (bit & 7)) & 1) !== 0) met(key);
  }

  #askWords(from: number, met: (key: number) => void): void {
    const { slots, slotShift } = this.#table;
    const { starts, ends, bytes, view, count } = this.#words;
    let [before, beforeThat, isHead, overLetter, lastNumber, run, value] = [0, 0, 0, 0, -2, 0, 0];
    for (let word = 0; word < count; word += 1) {
      const start = starts[word] ?? 0;
      const length = (ends[word] ?? 0) - start;
      const known = hashInMemory(view, start, length);
      const hash = length === 1 && (bytes[start] ?? 0) > 127 ? (known + this.#signAt(from + start)) | 0 : known;
      const slot = hash >>> slotShift;
      const hit = ((slots[slot >> 2] ?? 0) >> ((slot & 3) << 1)) & 3;
      if ((hit | isHead | overLetter) !== 0) {
        if (isHead !== 0) this.#ask(keyOf(before, hash), met);
        if ((hit & 2) !== 0) this.#ask(keyOf(ALONE, hash), met);
        if (overLetter !== 0) this.#ask(keyOf(beforeThat, hash), met);
      }
      overLetter = length === 1 ? isHead : 0;
      beforeThat = before;
      isHead = hit & 1;
      before = hash;
      const first = bytes[start] ?? 0;
      if (first < ZERO || first > NINE) continue;
      if (word !== lastNumber + 1) run = value = 0;
      const digits = digitsIn(bytes, start, start + length);
      for (let at = start; at < start + digits; at += 1) value = (value * 10 + (bytes[at] ?? 0) - ZERO) % SEVEN;
      run += digits;
      lastNumber = digits === length ? word : -2;
      this.#askNumber(run, value, met);
    }
  }

  /** Of signs that are words by themselves. */
  #signAt(at: number): number {
    const unit = this.#units[at] ?? 0;
    return isSign(unit) ? hashOfSign(unit) : 0;
  }

  #askNumber(run: number, value: number, met: (key: number) => void): void {
    if (run >= 7) this.#ask(keyOf(NUMBER, value), met);
    if (this.#table.hasShort && run >= 5) this.#ask(keyOf(SHORT_NUMBER, value % FIVE), met);
  }

  #askAddresses(length: number, met: (key: number) => void): void {
    const { bytes, signs, signCount } = this.#words;
    for (let index = 0; index < signCount; index += 1) {
      const sign = signs[index] ?? 0;
      let domain = 0;
      for (let at = sign + 1; at < length && localKinds[bytes[at] ?? 0] === 2; at += 1)
        domain = withByte(domain, bytes[at] ?? 0);
      const first = Math.max(0, sign - LONGEST_LOCAL);
      let local = 0;
      for (let at = sign - 1; at >= first && localKinds[bytes[at] ?? 0] !== 0; at -= 1) {
        const byte = bytes[at] ?? 0;
        if (byte === PLUS) local = 0;
        else if (dropped[byte] === 0) local = withByte(local, byte);
        const before = at === 0 ? 0 : (bytes[at - 1] ?? 0);
        if (before >= 128 || localKinds[before] !== 2) this.#ask(keyOf(local, domain), met);
      }
    }
  }
}

function digitsIn(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] ?? 0) >= ZERO && (bytes[at] ?? 0) <= NINE) at += 1;
  return at - start;
}
