import { numberHash, pairOf } from './hashing.ts';
import { IntList } from './int-list.ts';
import type { Key } from './name-keys.ts';

/** What the walk over a text asks, and what the answer leads to; plain memory, so that the kernel can have it too. */
export interface KeyTable {
  /** Two bits a hash of a word: 1 if it begins a pair, 2 if it is looked for alone. */
  readonly slots: Uint8Array;
  readonly slotShift: number;
  /** A bit a hash of a pair; of a word alone as if it came after nothing. */
  readonly pairs: Uint8Array;
  readonly pairShift: number;
  /** A bit a hash of the last seven digits. */
  readonly numbers: Uint8Array;
  readonly numberShift: number;
  /** Whether some number has fewer than seven digits. */
  readonly hasShort: boolean;
  /** Keys and the first link of each. */
  readonly entries: Uint32Array;
  /** Pattern and next link, in turn; 0 ends. */
  readonly links: Int32Array;
}

/** Bits for each thing kept: so few of the words that are not looked for ask further. */
const SPARSE = 16;
/** So many pairs have the same first word. */
const HEADS_ALIKE = 4;
const FEWEST_BITS = 12;
const MOST_BITS = 23;

/** Collects keys, then makes the table. */
export class KeyTableBuilder {
  readonly #keys = new IntList();
  readonly #patterns = new IntList();
  readonly #heads = new IntList();
  readonly #singles = new IntList();
  readonly #pairs = new IntList();
  readonly #numbers = new IntList();
  #hasShort = false;

  /** Says that a pattern is looked up by a word or a pair. */
  add(key: Key, pattern: number): void {
    if (key.kind === 'single') {
      this.#singles.push(key.hash);
      this.#pairs.push(pairOf(0, key.hash));
    } else {
      this.#heads.push(key.head);
      this.#pairs.push(key.hash);
    }
    this.#link(key.hash, pattern);
  }

  /** Says that a pattern is looked up by the last seven digits of a number, or by the last five of a short one. */
  addNumber(value: number, isShort: boolean, pattern: number): void {
    if (isShort) this.#hasShort = true;
    else this.#numbers.push(value);
    this.#link(value, pattern);
  }

  /** The table with all that was added. */
  table(): KeyTable {
    const slotBits = bitsFor(this.#singles.length + this.#heads.length / HEADS_ALIKE);
    const pairBits = bitsFor(this.#pairs.length);
    const numberBits = bitsFor(this.#numbers.length);
    const slots = new Uint8Array((1 << slotBits) >> 2);
    for (const hash of this.#heads.trimmed()) setSlot(slots, hash >>> (32 - slotBits), 1);
    for (const hash of this.#singles.trimmed()) setSlot(slots, hash >>> (32 - slotBits), 2);
    return {
      slots,
      slotShift: 32 - slotBits,
      pairs: bitmapOf(this.#pairs.trimmed(), pairBits, (hash) => hash),
      pairShift: 32 - pairBits,
      numbers: bitmapOf(this.#numbers.trimmed(), numberBits, numberHash),
      numberShift: 32 - numberBits,
      hasShort: this.#hasShort,
      ...this.#linked(),
    };
  }

  #link(key: number, pattern: number): void {
    this.#keys.push(key | 0);
    this.#patterns.push(pattern);
  }

  #linked(): Pick<KeyTable, 'entries' | 'links'> {
    const keys = this.#keys.trimmed();
    const patterns = this.#patterns.trimmed();
    const entries = new Uint32Array(2 << bitsFor(keys.length, 2));
    const links = new Int32Array(2 * keys.length + 2);
    for (const [index, signed] of keys.entries()) {
      const place = placeOf(entries, signed >>> 0);
      const link = 2 * index + 2;
      links[link] = patterns[index] ?? 0;
      links[link + 1] = entries[place + 1] ?? 0;
      entries[place] = signed >>> 0;
      entries[place + 1] = link;
    }
    return { entries, links };
  }
}

/** The first link of a key, or 0. */
export function firstLink({ entries }: KeyTable, key: number): number {
  return entries[placeOf(entries, key) + 1] ?? 0;
}

function placeOf(entries: Uint32Array, key: number): number {
  const mask = entries.length / 2 - 1;
  let at = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
  while ((entries[2 * at + 1] ?? 0) !== 0 && entries[2 * at] !== key) at = (at + 1) & mask;
  return 2 * at;
}

function bitsFor(count: number, sparse = SPARSE): number {
  const bits = Math.ceil(Math.log2(Math.max(1, count * sparse)));
  return sparse === SPARSE ? Math.min(MOST_BITS, Math.max(FEWEST_BITS, bits)) : Math.max(1, bits);
}

function setSlot(slots: Uint8Array, slot: number, bit: number): void {
  slots[slot >> 2] = (slots[slot >> 2] ?? 0) | (bit << ((slot & 3) << 1));
}

function bitmapOf(values: Int32Array, bits: number, hash: (value: number) => number): Uint8Array {
  const bitmap = new Uint8Array((1 << bits) >> 3);
  for (const value of values) {
    const bit = hash(value) >>> (32 - bits);
    bitmap[bit >> 3] = (bitmap[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return bitmap;
}
