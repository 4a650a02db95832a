import { foldsOf, packedFold } from '../finding/reading/fold.ts';
import { LOWER, SOLO, UPPER, WORD } from '../finding/reading/kinds.ts';
import { byteOf } from './byte-of.ts';
import { isSign } from './hashing.ts';

/** Parts words. How a walk takes a unit; the kernel knows the same numbers. */
export const APART = 0;
/** A letter or digit of a word. */
const LETTER = 1;
/** A word by itself, as in scripts without spaces. */
export const SINGLE = 2;
/** Nobody can say by the unit alone: the text is read as the finder reads it. */
export const RARE = 4;
/** Nobody sees it: it may stand within a word, but behind a symbol it is part of an emoji. */
export const UNSEEN = 8;
/** A letter in upper case. */
export const CAPITAL = 16;
/** A letter in lower case. */
export const SMALL = 32;

/** For each UTF-16 unit the byte it is hashed as, and its class. */
export interface UnitClasses {
  readonly bytes: Uint8Array;
  readonly classes: Uint8Array;
}

/** Letters that stand for two and are so common that texts with them are no exception, by those two. */
export const ligatures: ReadonlyMap<string, number> = new Map([
  ['ss', 0xdf],
  ['ae', 0xe6],
]);

const UNITS = 0x10000;
const HANGUL = [0xac00, 0xd7a3] as const;
/** Blocks whose characters are all folded to themselves and of one class: asking about each would take most of a build. */
const ALIKE: readonly (readonly [from: number, to: number, kind: number])[] = [
  [0x3400, 0x4dbf, SINGLE],
  [0x4e00, 0x9fff, SINGLE],
  [...HANGUL, SINGLE],
  [0xe000, 0xf8ff, APART],
];

const made: UnitClasses[] = [];

/** The classes, made when first asked for. */
export function unitClasses(): UnitClasses {
  const known = made[0] ?? makeClasses();
  made[0] = known;
  return known;
}

/** How a folded character parts words or makes them. */
export function classOfCode(code: number): number {
  if (code >= HANGUL[0] && code <= HANGUL[1]) return SINGLE;
  const packed = packedFold(code);
  if (packed < 0 || (packed & WORD) === 0) return APART;
  return (packed & SOLO) === 0 ? LETTER : SINGLE;
}

function makeClasses(): UnitClasses {
  const classes = { bytes: new Uint8Array(UNITS), classes: new Uint8Array(UNITS) };
  const alike = new Map(ALIKE.map(([from, to, kind]) => [from, { to, kind }]));
  for (let unit = 0; unit < UNITS; unit += 1) {
    const block = alike.get(unit);
    if (block === undefined) fill(classes, unit);
    else {
      for (let one = unit; one <= block.to; one += 1) classes.bytes[one] = block.kind === APART ? 0 : byteOf(one);
      classes.classes.fill(block.kind, unit, block.to + 1);
      unit = block.to;
    }
  }
  return classes;
}

function fill({ bytes, classes }: UnitClasses, unit: number): void {
  if ((unit & 0xf800) === 0xd800) {
    classes[unit] = classOfHalf(unit);
    return;
  }
  const packed = packedFold(unit);
  if (packed < 0) {
    const { usual } = foldsOf(unit);
    const ligature = ligatures.get(String.fromCodePoint(...usual.map((fold) => fold >> 8)));
    bytes[unit] = ligature === undefined ? 0 : byteOf(ligature);
    classes[unit] = usual.length === 0 ? UNSEEN : ligature === undefined ? RARE : LETTER | caseOf(usual[0] ?? 0);
    return;
  }
  const kind = classOfCode(packed >> 8);
  bytes[unit] = kind === APART && packed >> 8 > 127 ? 0 : byteOf(packed >> 8);
  // Chinese signs are hashed as they stand; what is only compared like one is not.
  classes[unit] = isSign(packed >> 8) && packed >> 8 !== unit ? RARE : kind | caseOf(packed);
}

function caseOf(packed: number): number {
  return ((packed & UPPER) === 0 ? 0 : CAPITAL) | ((packed & LOWER) === 0 ? 0 : SMALL);
}

/** Emoji are signs; in all other planes there may be letters and marks. */
function classOfHalf(unit: number): number {
  return unit >= 0xdc00 || (unit >= 0xd83c && unit <= 0xd83e) ? APART : RARE;
}
