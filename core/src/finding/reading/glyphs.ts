import { foldsOf, packedFold, UMLAUT } from './fold.ts';

/** A stretch of a source text, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What a text is read into, character by character. */
export interface GlyphTaker {
  /** Takes a character and where it stands in the source. */
  add(char: number, start: number, end: number): void;
  /** Takes a part of a text as it stands, up to an `&` or a backslash or another sign it does not take itself; says where that is. */
  addRun(text: string, range: Range): number;
}

/** `[`, which the sign that replaces a mention begins with. */
const BLOCK = 0x5b;

/** Columns of the table, in numbers a row. */
const CHAR = 0;
const FOLD = 1;
const START = 2;
const END = 3;
const WIDTH = 4;
const MOST_KEPT = 0x40000;
/** Most identifiers are no longer; a table for texts grows with the first. */
const FIRST_ROOM = 64;

const AMPERSAND = 0x26;
const BACKSLASH = 0x5c;
/** What the first half of a character of two units begins with. */
const HIGH_HALF = 0xd800;

/**
 * A text taken apart for comparing: one row a character as a reader sees it, escapes decoded, with the place in the
 * source it was read from. Kept in one table, as an object for each character would cost ten times as much. Reading past
 * either end gives 0, which stands for nothing.
 */
export class Glyphs implements GlyphTaker {
  #cells = new Int32Array(FIRST_ROOM * WIDTH);
  #length = 0;
  #isEven = true;
  #hasUmlauts = false;
  /** What stood where a sign was put: place, character and what it is compared by, in turn. */
  readonly #blocked: number[] = [];

  /** Forgets all rows, so that the table can be written anew. Gives back the room of a large text. */
  clear(): void {
    if (this.#cells.length > MOST_KEPT) this.#cells = new Int32Array(0);
    else this.#cells.fill(0, 0, this.#length * WIDTH);
    this.#length = 0;
    this.#isEven = true;
    this.#hasUmlauts = false;
    this.#blocked.length = 0;
  }

  get length(): number {
    return this.#length;
  }

  /** Whether each character has exactly one that it is compared by; if not, see `refold`. */
  get isEven(): boolean {
    return this.#isEven;
  }

  /** Whether some character has another way to be compared: `ü` as `ue`. */
  get hasUmlauts(): boolean {
    return this.#hasUmlauts;
  }

  /** The character's code point as it was written. */
  char(at: number): number {
    return this.#cells[at * WIDTH + CHAR] ?? 0;
  }

  /** What it is compared by: lower case, without diacritics. */
  code(at: number): number {
    return (this.#cells[at * WIDTH + FOLD] ?? 0) >> 8;
  }

  /** Whether any of the bits is set. */
  is(kind: number, at: number): boolean {
    return ((this.#cells[at * WIDTH + FOLD] ?? 0) & kind) !== 0;
  }

  /** Where it begins in the source. */
  start(at: number): number {
    return this.#cells[at * WIDTH + START] ?? 0;
  }

  /** Where it ends in the source. */
  end(at: number): number {
    return this.#cells[at * WIDTH + END] ?? 0;
  }

  /** Adds a character; what it is compared by follows from it. */
  add(char: number, start: number, end: number): void {
    const packed = packedFold(char);
    if (packed < 0) this.#isEven = false;
    else if ((packed & UMLAUT) !== 0) this.#hasUmlauts = true;
    this.#push(char, start, end);
    this.fold(packed);
  }

  /**
   * Adds the characters of a part of a text, each a code unit read as itself, up to one that may begin something longer: half
   * a pair, `&` or a backslash. Gives back where that is.
   */
  addRun(text: string, { start, end }: Range): number {
    this.#makeRoom(end - start);
    const cells = this.#cells;
    let row = this.#length * WIDTH;
    let all = -1;
    let some = 0;
    let at = start;
    for (; at < end; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === AMPERSAND || unit === BACKSLASH || (unit & 0xfc00) === HIGH_HALF) break;
      const packed = packedFold(unit);
      all &= ~(packed >> 31);
      some |= packed < 0 ? 0 : packed;
      cells[row + CHAR] = unit;
      cells[row + FOLD] = packed;
      cells[row + START] = at;
      cells[row + END] = at + 1;
      row += WIDTH;
    }
    this.#length += at - start;
    this.#isEven &&= all === -1;
    this.#hasUmlauts ||= (some & UMLAUT) !== 0;
    return at;
  }

  /** Says what the last character is compared by, as packed by `fold.ts`. */
  fold(packed: number): void {
    this.#cells[(this.#length - 1) * WIDTH + FOLD] = packed;
  }

  /** Puts a sign in a character's place that belongs to nothing looked for. */
  block(at: number): void {
    const row = at * WIDTH;
    this.#blocked.push(row, this.#cells[row + CHAR] ?? 0, this.#cells[row + FOLD] ?? 0);
    this.#cells[row + CHAR] = BLOCK;
    this.#cells[row + FOLD] = BLOCK << 8;
  }

  /** Puts back what stood where `block` put its sign: the same table serves for looking for somebody else. */
  unblock(): void {
    const blocked = this.#blocked;
    for (let last = blocked.length - 3; last >= 0; last -= 3) {
      const row = blocked[last] ?? 0;
      this.#cells[row + CHAR] = blocked[last + 1] ?? 0;
      this.#cells[row + FOLD] = blocked[last + 2] ?? 0;
    }
    blocked.length = 0;
  }

  /** Writes the same with as many rows for a character as it is compared by: `ß` as `ss`, marks with the letter before them. */
  refold(how: 'usual' | 'speltOut', glyphs: Glyphs): Glyphs {
    for (let at = 0; at < this.#length; at += 1) {
      const char = this.char(at);
      const packed = packedFold(char);
      if (packed > 0 && (packed & UMLAUT) === 0) {
        glyphs.#push(char, this.start(at), this.end(at));
        glyphs.fold(packed);
        continue;
      }
      const folds = foldsOf(char)[how];
      if (folds.length === 0) glyphs.#absorb(char, this.start(at), this.end(at));
      for (const packed of folds) {
        glyphs.#push(char, this.start(at), this.end(at));
        glyphs.fold(packed);
      }
    }
    return glyphs;
  }

  #push(char: number, start: number, end: number): void {
    const row = this.#length * WIDTH;
    if (row >= this.#cells.length) this.#makeRoom(1);
    this.#cells[row + CHAR] = char;
    this.#cells[row + START] = start;
    this.#cells[row + END] = end;
    this.#length += 1;
  }

  /** A mark belongs to the letter before it, and goes with it; so does a sign nobody sees. */
  #absorb(char: number, start: number, end: number): void {
    const last = this.#length - 1;
    if (last < 0 || this.end(last) !== start) return;
    const composed = (String.fromCodePoint(this.char(last)) + String.fromCodePoint(char)).normalize('NFC');
    if (composed.length === 1) this.#cells[last * WIDTH + CHAR] = composed.charCodeAt(0);
    this.#cells[last * WIDTH + END] = end;
  }

  #makeRoom(rows: number): void {
    const needed = (this.#length + rows) * WIDTH;
    if (needed <= this.#cells.length) return;
    const larger = new Int32Array(Math.max(needed, this.#cells.length * 2 + 16 * WIDTH));
    larger.set(this.#cells);
    this.#cells = larger;
  }
}
