import { byteAt } from '../reading/decode-bytes.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { DIGIT, LOWER, SOLO, UPPER, WORD } from '../reading/kinds.ts';

const DOT = 0x2e;
const HYPHEN = 0x2d;
const PERCENT = 0x25;

/** Whether a word may end before this character and another begin with it. */
export function isBreak(glyphs: Glyphs, at: number): boolean {
  if (!glyphs.is(WORD, at - 1)) return true;
  return !glyphs.is(WORD, at) || glyphs.is(SOLO, at - 1) || glyphs.is(SOLO, at);
}

/** Whether a new word begins within `JaneDoe` here. */
export function isHump(glyphs: Glyphs, at: number): boolean {
  return glyphs.is(UPPER, at) && glyphs.is(LOWER, at - 1);
}

/** Whether a word breaks off here in this reading but goes on in another, as in `Lee%64s`. */
export function isEscapedWord(glyphs: Glyphs, at: number): boolean {
  const byte = glyphs.char(at) === PERCENT ? byteAt(glyphs, at, PERCENT) : -1;
  return byte >= 0x30 && /[\dA-Za-z]/.test(String.fromCharCode(byte));
}

/** Whether what ends before this character is a whole word in every reading. */
export function endsWord(glyphs: Glyphs, at: number): boolean {
  return isBreak(glyphs, at) && !isEscapedWord(glyphs, at);
}

/** Whether a dot or hyphen ties the word before this place to one after it: `jane` in `jane.doe`. */
export function isTied(glyphs: Glyphs, at: number): boolean {
  const code = glyphs.code(at);
  return (code === DOT || code === HYPHEN) && glyphs.is(WORD, at + 1) && glyphs.is(WORD, at - 1);
}

/** How the word that begins here is written; nothing for numbers and scripts without case. */
export function shapeAt(glyphs: Glyphs, at: number): 'lower' | 'capital' | 'capitals' | undefined {
  if (glyphs.is(LOWER, at)) return 'lower';
  if (!glyphs.is(UPPER, at)) return undefined;
  return glyphs.is(UPPER, at + 1) ? 'capitals' : 'capital';
}

/** Where the word begins that ends before this place. */
export function wordStart(glyphs: Glyphs, end: number): number {
  let at = end;
  while (end - at < 64 && glyphs.is(WORD, at - 1)) at -= 1;
  return at;
}

/** Whether a digit stands here. */
export function isDigit(glyphs: Glyphs, at: number): boolean {
  return glyphs.is(DIGIT, at);
}
