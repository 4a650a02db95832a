import { CAPITAL, RARE, SMALL, unitClasses, UNSEEN } from './unit-classes.ts';
import { ESCAPES, HUMPS, PART, RARE_SIGNS } from './walk.ts';

const SLACK = 16;
const AT = 0x40;

/** Bits of a unit above its byte: how it is taken, then what it makes of the whole text. */
const KIND = 8;
const NOT_SEEN = 1 << 10;
const NOT_KNOWN = 1 << 11;
const ESCAPING = 1 << 12;
const SIGN = 13;
const LARGE = 1 << 14;
const LITTLE = 1 << 15;

/** By the kinds of two units in a row (0 apart, 1 a letter, 2 by itself): 1 if a word begins at the second, 2 if one ends there. */
const borders = Uint8Array.from([0, 1, 1, 0, 2, 0, 3, 0, 2, 3, 3, 0]);

/**
 * Finds the words of a part of a text without a branch that depends on the text: guessing where words end costs more than all
 * the rest.
 */
export class ScriptWords {
  /** Where words start and end, from the beginning of the part. */
  readonly starts = new Int32Array(PART + SLACK);
  readonly ends = new Int32Array(PART + SLACK);
  /** Where each `@` stands. */
  readonly signs = new Int32Array(PART + SLACK);
  /** The byte each unit is hashed as. */
  readonly bytes = new Uint8Array(PART + SLACK);
  readonly view = new DataView(this.bytes.buffer);
  readonly #taken = takenUnits();
  count = 0;
  signCount = 0;

  /** Reads a part; gives its flags. */
  read(units: Uint16Array, from: number, to: number): number {
    const { starts, ends, bytes, signs } = this;
    const taken = this.#taken;
    const length = to - from;
    let seen = 0;
    let humps = 0;
    let count = 0;
    let ended = 0;
    let ats = 0;
    let before = 0;
    for (let at = 0; at < length; at += 1) {
      const unit = taken[units[from + at] ?? 0] ?? 0;
      const border = borders[((before >> (KIND - 2)) & 12) | ((unit >> KIND) & 3)] ?? 0;
      bytes[at] = unit;
      seen |= unit;
      humps |= (before >> 1) & unit;
      starts[count] = at;
      ends[ended] = at;
      signs[ats] = at;
      count += border & 1;
      ended += border >> 1;
      ats += (unit >> SIGN) & 1;
      before = unit;
    }
    ends[ended] = length;
    bytes.fill(0, length, length + SLACK);
    this.count = count;
    this.signCount = ats;
    return flagsOf(seen, humps) | ((seen & NOT_SEEN) !== 0 && hidesSomething(units, from, to) ? RARE_SIGNS : 0);
  }
}

function flagsOf(seen: number, humps: number): number {
  const rare = (seen & NOT_KNOWN) === 0 ? 0 : RARE_SIGNS;
  return rare | ((seen & ESCAPING) === 0 ? 0 : ESCAPES) | ((humps & LARGE) === 0 ? 0 : HUMPS);
}

/** Whether a sign nobody sees stands anywhere but after a symbol, where emoji have theirs. */
function hidesSomething(units: Uint16Array, from: number, to: number): boolean {
  const { classes } = unitClasses();
  for (let at = from; at < to; at += 1) {
    const isUnseen = ((classes[units[at] ?? 0] ?? 0) & UNSEEN) !== 0;
    if (isUnseen && (at === from || !isSymbol(units[at - 1] ?? 0))) return true;
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
  const { bytes, classes } = unitClasses();
  for (const [unit, kind] of classes.entries()) {
    taken[unit] =
      (bytes[unit] ?? 0) |
      ((kind & 3) << KIND) |
      ((kind & UNSEEN) === 0 ? 0 : NOT_SEEN) |
      ((kind & RARE) === 0 ? 0 : NOT_KNOWN) |
      ((kind & CAPITAL) === 0 ? 0 : LARGE) |
      ((kind & SMALL) === 0 ? 0 : LITTLE) |
      (bytes[unit] === AT ? 1 << SIGN : 0);
  }
  for (const sign of '%=\\') taken[sign.charCodeAt(0)] = (taken[sign.charCodeAt(0)] ?? 0) | ESCAPING;
  return taken;
}
