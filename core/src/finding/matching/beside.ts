import type { Glyphs } from '../reading/glyphs.ts';
import { SPACE, UPPER, WORD } from '../reading/kinds.ts';

/** What stands between a name and the word beside it; of several signs the strongest. */
type Gap = 'space' | 'dot' | 'comma' | 'line';

/** The word before or after a name, where nothing but white space, a dot, a comma and the signs of quoted mail parts them. */
export interface Beside {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly isCapital: boolean;
  readonly gap: Gap;
}

const LONGEST_WORD = 24;
const LONGEST_GAP = 16;
const NEW_LINE = 0x0a;
const BRACKET = 0x5b;
const APART = 0x2029;
const strength: readonly Gap[] = ['space', 'dot', 'comma', 'line'];

/** The word that ends before this place. */
export function wordBefore(glyphs: Glyphs, from: number): Beside | undefined {
  const gap = gapFrom(glyphs, from - 1, -1);
  if (gap === undefined) return undefined;
  const to = gap.at + 1;
  let start = to;
  while (to - start < LONGEST_WORD && glyphs.is(WORD, start - 1)) start -= 1;
  return { ...wordOver(glyphs, start, to), gap: gap.kind };
}

/** The word that begins after this place. */
export function wordAfter(glyphs: Glyphs, to: number): Beside | undefined {
  const gap = gapFrom(glyphs, to, 1);
  if (gap === undefined) return undefined;
  let end = gap.at;
  while (end - gap.at < LONGEST_WORD && glyphs.is(WORD, end)) end += 1;
  return { ...wordOver(glyphs, gap.at, end), gap: gap.kind };
}

/** Whether nothing but white space and quote signs stands between here and the beginning of the line. */
export function beginsLine(glyphs: Glyphs, from: number): boolean {
  for (let at = from - 1; from - at < LONGEST_GAP; at -= 1) {
    if (at < 0 || isLineEnd(glyphs.code(at))) return true;
    if (!glyphs.is(SPACE, at) && !isQuote(glyphs.code(at)) && glyphs.code(at) !== 0x2d) return false;
  }
  return false;
}

/** What ends the line after a name: the sign there, `` if none; nothing if the line goes on. */
export function lineEndAfter(glyphs: Glyphs, to: number): string | undefined {
  let sign = '';
  for (let at = to; at - to < LONGEST_GAP; at += 1) {
    if (at >= glyphs.length || isLineEnd(glyphs.code(at))) return sign;
    if (glyphs.is(SPACE, at)) continue;
    // What is cut leaves a bracket: it must not look like the end of a line where it was none before.
    if (glyphs.is(WORD, at) || glyphs.code(at) === BRACKET) return undefined;
    sign = String.fromCodePoint(glyphs.code(at));
  }
  return undefined;
}

function gapFrom(glyphs: Glyphs, start: number, step: 1 | -1): { readonly at: number; readonly kind: Gap } | undefined {
  let kind: Gap = 'space';
  for (let at = start; Math.abs(at - start) < LONGEST_GAP; at += step) {
    if (glyphs.is(WORD, at)) return at === start ? undefined : { at, kind };
    const sort = gapSort(glyphs, at);
    if (sort === undefined) return undefined;
    if (strength.indexOf(sort) > strength.indexOf(kind)) kind = sort;
  }
  return undefined;
}

function gapSort(glyphs: Glyphs, at: number): Gap | undefined {
  const code = glyphs.code(at);
  if (at < 0 || at >= glyphs.length || code === APART) return undefined;
  if (code === NEW_LINE) return 'line';
  if (glyphs.is(SPACE, at)) return 'space';
  if (code === 0x2c) return 'comma';
  if (code === 0x2e) return 'dot';
  return isQuote(code) ? 'line' : undefined;
}

function isQuote(code: number): boolean {
  return code === 0x3e || code === 0x7c;
}

function isLineEnd(code: number): boolean {
  return code === NEW_LINE || code === APART;
}

function wordOver(glyphs: Glyphs, from: number, to: number): Omit<Beside, 'gap'> {
  return { text: textBetween(glyphs, from, to), from, to, isCapital: glyphs.is(UPPER, from) };
}

/** What stands in a stretch, as texts are compared. */
export function textBetween(glyphs: Glyphs, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCodePoint(glyphs.code(at));
  return text;
}
