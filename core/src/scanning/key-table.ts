import { ALONE, keyOf } from './hashing.ts';
import { IntList } from './int-list.ts';

/** What a walk over a text asks, and what the answer leads to; plain memory, so that the kernel can have it too. */
export interface KeyTable {
  /** Two bits for a hash of a word: 1 if it begins a pair, 2 if it is looked for alone. */
  readonly slots: Uint8Array;
  readonly slotShift: number;
  /** A bit for a key. */
  readonly bits: Uint8Array;
  readonly bitShift: number;
  /** Whether some number has fewer than seven digits. */
  readonly hasShort: boolean;
  /** Keys and the first link of each, in turn. */
  readonly entries: Uint32Array;
  /** Owner and next link, in turn; 0 ends. */
  readonly links: Int32Array;
}

/** Bits for each thing kept: so few of the words that are not looked for ask further. */
const SPARSE = 16;
const FEWEST_BITS = 12;
const MOST_BITS = 23;
const KIND_BITS = 6;
const BEGINS = 1;
const ALL = 2;

/** Collects keys, then makes the table. */
export class KeyTableBuilder {
  readonly #keys = new IntList();
  readonly #owners = new IntList();
  /** Hashes of words, and for each what it is. */
  readonly #words = new Map<number, number>();
  hasShort = false;

  /** A word that is looked for alone. */
  addWord(hash: number, owner: number): void {
    this.#mark(hash, ALL);
    this.add(keyOf(ALONE, hash), owner);
  }

  /** Two words in a row, by the hash of the first. */
  addPair(first: number, key: number, owner: number): void {
    this.#mark(first, BEGINS);
    this.add(key, owner);
  }

  /** Any key. */
  add(key: number, owner: number): void {
    this.#keys.push(key | 0);
    this.#owners.push(owner);
  }

  /** The table with all that was added. */
  table(): KeyTable {
    const slotBits = bitsFor(this.#words.size);
    const bits = bitsFor(this.#keys.length);
    const slots = new Uint8Array((1 << slotBits) >> 2);
    for (const [hash, mark] of this.#words) {
      const slot = hash >>> (32 - slotBits);
      slots[slot >> 2] = (slots[slot >> 2] ?? 0) | (mark << ((slot & 3) << 1));
    }
    const shifts = { slotShift: 32 - slotBits, bitShift: 32 - bits, hasShort: this.hasShort };
    return { slots, bits: this.#bitmap(bits), ...shifts, ...this.#linked() };
  }

  #mark(hash: number, mark: number): void {
    const known = this.#words.get(hash) ?? 0;
    if ((known & mark) === 0) this.#words.set(hash, known | mark);
  }

  #bitmap(bits: number): Uint8Array {
    const bitmap = new Uint8Array((1 << bits) >> 3);
    for (let index = 0; index < this.#keys.length; index += 1) {
      const bit = this.#keys.at(index) >>> (32 - bits);
      bitmap[bit >> 3] = (bitmap[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
    return bitmap;
  }

  #linked(): Pick<KeyTable, 'entries' | 'links'> {
    const { length } = this.#keys;
    const entries = new Uint32Array(2 << Math.ceil(Math.log2(Math.max(2, length * 1.5))));
    const links = new Int32Array(2 * length + 2);
    for (let index = 0; index < length; index += 1) {
      const key = this.#keys.at(index) >>> 0;
      const owner = this.#owners.at(index);
      const place = placeOf(entries, key);
      const next = entries[place + 1] ?? 0;
      // Forms of one person come in a row: the same key again says nothing new.
      if (next !== 0 && personOf(links[next] ?? 0) === personOf(owner)) {
        links[next] = (links[next] ?? 0) | kindsOf(owner);
        continue;
      }
      links[2 * index + 2] = owner;
      links[2 * index + 3] = next;
      entries[place] = key;
      entries[place + 1] = 2 * index + 2;
    }
    return { entries, links };
  }
}

/** Whose a key is, and of which sort the identifiers behind it are: a bit for each. */
export function ownerOf(person: number, kinds: number): number {
  return (person << KIND_BITS) | kinds;
}

/** The person an owner is. */
export function personOf(owner: number): number {
  return owner >> KIND_BITS;
}

/** The sorts of identifiers of an owner. */
export function kindsOf(owner: number): number {
  return owner & ((1 << KIND_BITS) - 1);
}

/** The first link of a key, or 0. */
export function firstLink({ entries }: KeyTable, key: number): number {
  return entries[placeOf(entries, key) + 1] ?? 0;
}

/** Whether a pair of words may begin with one of this hash. */
export function mayBegin({ slots, slotShift }: KeyTable, hash: number): boolean {
  const slot = hash >>> slotShift;
  return (((slots[slot >> 2] ?? 0) >> ((slot & 3) << 1)) & BEGINS) !== 0;
}

function placeOf(entries: Uint32Array, key: number): number {
  const mask = entries.length / 2 - 1;
  let at = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
  while ((entries[2 * at + 1] ?? 0) !== 0 && entries[2 * at] !== key) at = (at + 1) & mask;
  return 2 * at;
}

function bitsFor(count: number): number {
  const bits = Math.ceil(Math.log2(Math.max(1, count * SPARSE)));
  return Math.min(MOST_BITS, Math.max(FEWEST_BITS, bits));
}
