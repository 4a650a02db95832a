import { foldsOf } from '../reading/fold.ts';
import { WORD } from '../reading/kinds.ts';
import { byteOf } from './hashing.ts';

/** Parts words. How the walk takes units; the kernel knows these numbers too. */
export const APART = 0;
/** A letter or digit of a word. */
export const LETTER = 1;
/** A sign nobody sees, or a mark. */
export const UNSEEN = 2;
/** A word by itself, as in scripts without spaces. */
export const ALONE = 3;
/** Cannot be told from the unit alone: the text goes the slow way. */
export const RARE = 4;

/** Bit of a kind, beside those of `reading/kinds.ts`: the character may stand for two, as `ß` and `ü` do. */
export const WIDE = 64;

/** For each UTF-16 unit: the code it is compared by, its kind, the byte it is hashed as and how the walk takes it. */
export interface UnitTables {
  readonly codes: Uint16Array;
  readonly kinds: Uint8Array;
  readonly bytes: Uint8Array;
  readonly classes: Uint8Array;
}

/** Pairs of letters that one may stand for; a word with one of them is looked for by its first letter alone as well. */
export const digraphs: ReadonlySet<string> = new Set(['ss', 'ae', 'oe', 'ue', 'aa', 'th']);

const SOLO_KIND = 2;
const UNITS = 0x10000;

/** Blocks whose characters are all compared by themselves: asking about each of these 40,000 would take most of a build. */
const alike: readonly (readonly [from: number, to: number])[] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xe000, 0xf8ff],
];

const made: UnitTables[] = [];

/** The tables, made when first asked for. */
export function unitTables(): UnitTables {
  const tables = made[0] ?? makeTables();
  made[0] = tables;
  return tables;
}

function makeTables(): UnitTables {
  const tables = {
    codes: new Uint16Array(UNITS),
    kinds: new Uint8Array(UNITS),
    bytes: new Uint8Array(UNITS),
    classes: new Uint8Array(UNITS),
  };
  const first = new Map(alike.map(([from, to]) => [from, to]));
  for (let unit = 0; unit < UNITS; unit += 1) {
    const to = first.get(unit) ?? unit;
    if (unit >= 0xd800 && unit <= 0xdfff) fillSurrogate(tables, unit);
    else fill(tables, unit);
    for (; unit < to; unit += 1) copyNext(tables, unit);
  }
  return tables;
}

function fill({ codes, kinds, bytes, classes }: UnitTables, unit: number): void {
  const { usual, speltOut } = foldsOf(unit);
  const packed = usual[0] ?? 0;
  const kind = packed & 63;
  const isWide = usual.length > 1 || usual !== speltOut;
  codes[unit] = packed >> 8;
  bytes[unit] = (kind & WORD) === 0 ? 0 : byteOf(packed >> 8);
  kinds[unit] = kind | (isWide ? WIDE : 0);
  classes[unit] = classOf(usual, kind);
}

function classOf(usual: readonly number[], kind: number): number {
  if (usual.length === 0) return UNSEEN;
  if (usual.length > 1 && !isDigraph(usual)) return RARE;
  if ((usual[0] ?? 0) >> 8 >= UNITS) return RARE;
  if ((kind & WORD) === 0) return APART;
  return (kind & SOLO_KIND) === 0 ? LETTER : ALONE;
}

function isDigraph(packed: readonly number[]): boolean {
  return digraphs.has(String.fromCodePoint(...packed.map((one) => one >> 8)));
}

/** Emoji are signs; in all other planes there may be letters and marks. */
function fillSurrogate({ codes, classes }: UnitTables, unit: number): void {
  codes[unit] = unit;
  classes[unit] = unit >= 0xdc00 || (unit >= 0xd83c && unit <= 0xd83e) ? APART : RARE;
}

function copyNext({ codes, kinds, bytes, classes }: UnitTables, unit: number): void {
  codes[unit + 1] = unit + 1;
  kinds[unit + 1] = kinds[unit] ?? 0;
  bytes[unit + 1] = (bytes[unit] ?? 0) === 0 ? 0 : byteOf(unit + 1);
  classes[unit + 1] = classes[unit] ?? 0;
}
