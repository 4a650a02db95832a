import { LETTER as EACH, numberHash, pairOf, placeFactors, tailOf } from './hashing.ts';
import type { KeyTable } from './key-table.ts';
import { ScriptWords } from './script-words.ts';
import { type CopierFor, type Copy, type Met, NUMBER, PAIR, SHORT_NUMBER, SINGLE, type Walker } from './walk.ts';

const FIRST_ROOM = 0x10000;
const SEVEN = 10_000_000;
const FIVE = 100_000;
const ZERO = 48;
const NINE = 57;
const FIRST_FACTOR = placeFactors[0] ?? 0;
const SECOND_FACTOR = placeFactors[4] ?? 0;

/** The low bytes that count of a word so long. */
const lowBytes = Int32Array.from({ length: 9 }, (_, length) => (length >= 4 ? -1 : (1 << (8 * length)) - 1));
const highBytes = Int32Array.from({ length: 9 }, (_, length) => (length < 4 ? 0 : (lowBytes[length - 4] ?? 0)));

/** The walk in TypeScript, for wherever WebAssembly or its SIMD is missing. `kernel/scan.as` is the same. */
export class ScriptWalker implements Walker {
  readonly #table: KeyTable;
  readonly #copierFor: CopierFor;
  readonly #words = new ScriptWords();
  #units = new Uint16Array(FIRST_ROOM);
  #copy: Copy;
  /** The last word, and the one before it if a single letter stands between. */
  #last = { hash: 0, start: 0, isHead: 0 };
  #earlier = { hash: 0, start: 0, isHead: 0 };
  #wordsBefore = 0;
  #digitWord = -2;
  #run = 0;
  #value = 0;

  constructor(table: KeyTable, copierFor: CopierFor) {
    this.#table = table;
    this.#copierFor = copierFor;
    this.#copy = copierFor(this.#units);
  }

  get units(): Uint16Array {
    return this.#units;
  }

  walk(text: string, met: Met): number {
    const { length } = text;
    if (length >= this.#units.length) {
      this.#units = new Uint16Array(length * 2);
      this.#copy = this.#copierFor(this.#units);
    }
    this.#copy(text);
    this.#units[length] = 0;
    this.#last = { hash: 0, start: 0, isHead: 0 };
    this.#earlier = { hash: 0, start: 0, isHead: 0 };
    this.#wordsBefore = 0;
    this.#digitWord = -2;
    let seen = 0;
    for (let from = 0; from < length; from = this.#words.next) {
      seen |= this.#words.read(this.#units, from, length);
      this.#meetWords(from, met);
      this.#wordsBefore += this.#words.count;
    }
    return seen;
  }

  #meetWords(from: number, met: Met): void {
    const { slots, slotShift } = this.#table;
    const { starts, ends, bytes, view, count } = this.#words;
    let { hash: before, start: startBefore, isHead } = this.#last;
    let { hash: beforeThat, start: startBeforeThat, isHead: overLetter } = this.#earlier;
    for (let word = 0; word < count; word += 1) {
      const start = starts[word] ?? 0;
      const length = (ends[word] ?? 0) - start;
      const hash = hashAt(view, start, length);
      const slot = hash >>> slotShift;
      const hit = ((slots[slot >> 2] ?? 0) >> ((slot & 3) << 1)) & 3;
      if ((hit | isHead | overLetter) !== 0) {
        if (isHead !== 0) this.#askPair({ first: before, second: hash, at: startBefore }, met);
        if ((hit & 2) !== 0) this.#askSingle(hash, from + start, met);
        if (overLetter !== 0) this.#askPair({ first: beforeThat, second: hash, at: startBeforeThat }, met);
      }
      overLetter = length === 1 ? isHead : 0;
      beforeThat = before;
      startBeforeThat = startBefore;
      isHead = hit & 1;
      before = hash;
      startBefore = from + start;
      const first = bytes[start] ?? 0;
      if (first >= ZERO && first <= NINE) this.#meetDigits({ word, start, end: start + length, from }, met);
    }
    this.#last = { hash: before, start: startBefore, isHead };
    this.#earlier = { hash: beforeThat, start: startBeforeThat, isHead: overLetter };
  }

  #askPair(
    { first, second, at }: { readonly first: number; readonly second: number; readonly at: number },
    met: Met,
  ): void {
    const pair = pairOf(first, second);
    if (this.#isKept(pair)) met(PAIR, at, pair);
  }

  #askSingle(hash: number, at: number, met: Met): void {
    if (this.#isKept(pairOf(0, hash))) met(SINGLE, at, hash >>> 0);
  }

  #isKept(pair: number): boolean {
    const { pairs, pairShift } = this.#table;
    const bit = pair >>> pairShift;
    return (((pairs[bit >> 3] ?? 0) >> (bit & 7)) & 1) !== 0;
  }

  /** Adds the digits a word begins with to those of the words just before it. */
  #meetDigits(
    {
      word,
      start,
      end,
      from,
    }: { readonly word: number; readonly start: number; readonly end: number; readonly from: number },
    met: Met,
  ): void {
    const place = this.#wordsBefore + word;
    if (place !== this.#digitWord + 1) {
      this.#run = 0;
      this.#value = 0;
    }
    const { bytes } = this.#words;
    let at = start;
    for (; at < end; at += 1) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      this.#value = (this.#value * 10 + digit) % SEVEN;
    }
    this.#run += at - start;
    this.#digitWord = at === end ? place : -2;
    this.#askNumber(from + at, met);
  }

  #askNumber(at: number, met: Met): void {
    const { numbers, numberShift, hasShort } = this.#table;
    const bit = numberHash(this.#value) >>> numberShift;
    if (this.#run >= 7 && (((numbers[bit >> 3] ?? 0) >> (bit & 7)) & 1) !== 0) met(NUMBER, at, this.#value);
    if (hasShort && this.#run >= 5) met(SHORT_NUMBER, at, this.#value % FIVE);
  }
}

function hashAt(view: DataView, start: number, length: number): number {
  const kept = length > 8 ? 8 : length;
  const low = view.getInt32(start, true) & (lowBytes[kept] ?? 0);
  const high = view.getInt32(start + 4, true) & (highBytes[kept] ?? 0);
  const hash = Math.imul(low, FIRST_FACTOR) + Math.imul(high, SECOND_FACTOR) + Math.imul(length, EACH);
  return (length > 8 ? hash + tailOf(view, start + length) : hash) | 0;
}
