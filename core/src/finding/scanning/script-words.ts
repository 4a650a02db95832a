import { ALONE, LETTER, RARE, unitTables, UNSEEN } from './unit-tables.ts';
import { ESCAPES, SLOW } from './walk.ts';

const CHUNK = 0x4000;
const SLACK = 16;

/** Bits of a unit above its byte: how it is taken, then what it makes of the whole text. */
const KIND = 8;
const NOT_SEEN = 0x400;
const MARKS = 12;

/** By the kinds of two units in a row (0 apart, 1 a letter, 2 by itself): 1 if a word begins at the second, 2 if one ends there. */
const borders = Uint8Array.from([0, 1, 1, 0, 2, 0, 3, 0, 2, 3, 3, 0]);

/**
 * Finds the words of a text, a chunk at a time, without a branch that depends on the text: guessing where words end costs more
 * than all the rest.
 */
export class ScriptWords {
  /** Where words start and end, from the beginning of the chunk. */
  readonly starts = new Int32Array(CHUNK + SLACK);
  readonly ends = new Int32Array(CHUNK + SLACK);
  /** The byte each unit is hashed as. */
  readonly bytes = new Uint8Array(CHUNK + SLACK);
  readonly view = new DataView(this.bytes.buffer);
  readonly #taken = takenUnits();
  count = 0;
  /** Where the next chunk begins. */
  next = 0;

  /** Reads the chunk that begins here. Gives the marks of what it saw. */
  read(units: Uint16Array, from: number, to: number): number {
    this.next = to - from <= CHUNK ? to : this.#cut(units, from);
    const { starts, ends, bytes } = this;
    const taken = this.#taken;
    const length = this.next - from;
    let seen = 0;
    let count = 0;
    let ended = 0;
    let before = 0;
    for (let at = 0; at < length; at += 1) {
      const unit = taken[units[from + at] ?? 0] ?? 0;
      const kind = (unit >> KIND) & 3;
      const border = borders[(before << 2) | kind] ?? 0;
      bytes[at] = unit;
      seen |= unit;
      starts[count] = at;
      ends[ended] = at;
      count += border & 1;
      ended += border >> 1;
      before = kind;
    }
    ends[ended] = length;
    this.count = count;
    return (seen >> MARKS) | ((seen & NOT_SEEN) !== 0 && hidesSomething(units, from, this.next) ? SLOW : 0);
  }

  /** The last place in a full chunk at which no word is cut in two, unless it is longer than any that is looked for. */
  #cut(units: Uint16Array, from: number): number {
    const full = from + CHUNK;
    for (let at = full; at > full - 1024; at -= 1) {
      if ((((this.#taken[units[at] ?? 0] ?? 0) >> KIND) & 3) !== 1) return at;
    }
    return full;
  }
}

/** Whether a sign nobody sees stands anywhere but after a symbol, where emoji have theirs. */
function hidesSomething(units: Uint16Array, from: number, to: number): boolean {
  const { classes } = unitTables();
  for (let at = from; at < to; at += 1) {
    if (classes[units[at] ?? 0] === UNSEEN && !isSymbol(units[at - 1] ?? 0)) return true;
  }
  return false;
}

function isSymbol(unit: number): boolean {
  return (unit >= 0x2100 && unit < 0x2c00) || (unit >= 0xd800 && unit < 0xe000) || unit === 0xfe0f || unit === 0x200d;
}

const made: Uint16Array[] = [];

function takenUnits(): Uint16Array {
  const known = made[0];
  if (known !== undefined) return known;
  const taken = new Uint16Array(0x10000);
  made.push(taken);
  const { bytes, classes } = unitTables();
  for (const [unit, kind] of classes.entries()) {
    taken[unit] =
      (bytes[unit] ?? 0) |
      (kind === LETTER ? 1 << KIND : 0) |
      (kind === ALONE ? 2 << KIND : 0) |
      (kind === UNSEEN ? NOT_SEEN : 0) |
      (kind === RARE ? SLOW << MARKS : 0);
  }
  for (const sign of '&%=\\') taken[sign.charCodeAt(0)] = ESCAPES << MARKS;
  return taken;
}
