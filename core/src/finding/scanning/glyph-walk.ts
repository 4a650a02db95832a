import { DIGIT, SOLO, WORD } from '../reading/kinds.ts';
import { hashOf, numberHash, pairOf } from './hashing.ts';
import type { KeyTable } from './key-table.ts';
import type { Readable } from './readable.ts';
import { type Met, NUMBER, PAIR, SHORT_NUMBER, SINGLE } from './walk.ts';

const SEVEN = 10_000_000;
const FIVE = 100_000;
const ZERO = 48;

/** A word of a reading. */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
}

/** The slow way: the same walk over a reading, where escapes are decoded and what nobody sees is gone. */
export function walkGlyphs(text: Readable, table: KeyTable, met: Met): void {
  let before: Word | undefined;
  let beforeThat: Word | undefined;
  const digits = new DigitRun(table, met);
  for (let at = 0; at < text.length;) {
    if (!text.is(WORD, at)) {
      at += 1;
      continue;
    }
    const word = wordAt(text, at);
    meetWord(word, before, { table, met });
    if (before !== undefined && before.end - before.start === 1) meetPair(beforeThat, word, { table, met });
    digits.meet(text, word);
    beforeThat = before;
    before = word;
    at = word.end;
  }
}

function wordAt(text: Readable, start: number): Word {
  let word = '';
  let end = start;
  const isAlone = text.is(SOLO, start);
  do {
    word += String.fromCodePoint(text.code(end));
    end += 1;
  } while (!isAlone && text.is(WORD, end) && !text.is(SOLO, end));
  return { start, end, hash: hashOf(word) };
}

function meetWord(
  word: Word,
  before: Word | undefined,
  { table, met }: { readonly table: KeyTable; readonly met: Met },
): void {
  const slot = word.hash >>> table.slotShift;
  if ((((table.slots[slot >> 2] ?? 0) >> ((slot & 3) << 1)) & 2) !== 0) met(SINGLE, word.start, word.hash);
  meetPair(before, word, { table, met });
}

function meetPair(
  before: Word | undefined,
  word: Word,
  { table, met }: { readonly table: KeyTable; readonly met: Met },
): void {
  if (before === undefined) return;
  const pair = pairOf(before.hash, word.hash);
  const bit = pair >>> table.pairShift;
  if ((((table.pairs[bit >> 3] ?? 0) >> (bit & 7)) & 1) !== 0) met(PAIR, before.start, pair);
}

/** The digits of groups in a row. */
class DigitRun {
  readonly #table: KeyTable;
  readonly #met: Met;
  #run = 0;
  #value = 0;

  constructor(table: KeyTable, met: Met) {
    this.#table = table;
    this.#met = met;
  }

  /** Adds the digits a word begins with; any other letter ends the row. */
  meet(text: Readable, { start, end }: Word): void {
    let at = start;
    for (; at < end && text.is(DIGIT, at); at += 1) {
      this.#value = (this.#value * 10 + text.code(at) - ZERO) % SEVEN;
      this.#run += 1;
    }
    if (at > start) this.#ask(at);
    if (at === end) return;
    this.#run = 0;
    this.#value = 0;
  }

  #ask(at: number): void {
    const { numbers, numberShift, hasShort } = this.#table;
    const bit = numberHash(this.#value) >>> numberShift;
    if (this.#run >= 7 && (((numbers[bit >> 3] ?? 0) >> (bit & 7)) & 1) !== 0) this.#met(NUMBER, at, this.#value);
    if (hasShort && this.#run >= 5) this.#met(SHORT_NUMBER, at, this.#value % FIVE);
  }
}
