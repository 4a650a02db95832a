import { DIGIT, WORD } from '../reading/kinds.ts';
import { endOfCodes, isBreak, isTied } from './compare.ts';
import { CODES, EXACT, MARKS, NUMERIC } from './patterns.ts';
import type { Readable } from './readable.ts';

const AT = 0x40;
const COMMA = 0x2c;
const DOT = 0x2e;
const PLUS = 0x2b;
const UNDERSCORE = 0x5f;

/** Where a login or id that begins here ends, or -1: `jdoe42`, not in `jdoe421` or `jdoe42@d.test`. */
export function endOfToken(
  text: Readable,
  { start, pattern }: { readonly start: number; readonly pattern: number },
  patterns: Int32Array,
): number {
  const marks = patterns[pattern + MARKS] ?? 0;
  const from = pattern + CODES + 1;
  const to = from + (patterns[pattern + CODES] ?? 0);
  const end = endOfCodes(text, start, { cells: patterns, from, to });
  if (end < 0 || !beginsToken(text, start) || !endsToken(text, end)) return -1;
  if ((marks & NUMERIC) !== 0 && isInNumber(text, start, end)) return -1;
  return (marks & EXACT) === 0 || isSame(writtenBetween(text, start, end), patterns, to) ? end : -1;
}

/** The characters of the text as they are written: ids are told apart by case. */
function writtenBetween(text: Readable, start: number, end: number): string {
  let chars = '';
  for (let place = start; place < end; place += 1) {
    const isSecond = place > start && text.start(place) === text.start(place - 1);
    if (!isSecond) chars += String.fromCodePoint(text.char(place));
  }
  return chars.normalize('NFC');
}

function isSame(written: string, patterns: Int32Array, at: number): boolean {
  if (written.length !== patterns[at]) return false;
  for (let place = 0; place < written.length; place += 1) {
    if (written.charCodeAt(place) !== patterns[at + 1 + place]) return false;
  }
  return true;
}

function beginsToken(text: Readable, at: number): boolean {
  if (!isBreak(text, at) || text.code(at - 1) === UNDERSCORE || isTied(text, at - 1)) return false;
  return text.code(at - 1) !== AT || !text.is(WORD, at - 2);
}

function endsToken(text: Readable, at: number): boolean {
  const next = text.code(at);
  if (!isBreak(text, at) || next === UNDERSCORE || isTied(text, at)) return false;
  return (next !== AT && next !== PLUS) || !text.is(WORD, at + 1);
}

/** `+12345`, `1,12345`, `12345.50`: no customer's number. */
function isInNumber(text: Readable, from: number, to: number): boolean {
  const isMark = (at: number): boolean => text.code(at) === COMMA || text.code(at) === DOT;
  if (text.code(from - 1) === PLUS || (isMark(from - 1) && text.is(DIGIT, from - 2))) return true;
  return isMark(to) && text.is(DIGIT, to + 1);
}
