import { LOWER, SOLO, UPPER, WORD } from '../reading/kinds.ts';
import { endOfCodes, isBreak, isHump, isSpace } from './compare.ts';
import { TURN, WORDS } from './patterns.ts';
import type { Readable } from './readable.ts';

/** What names are compared with. */
export interface NamePool {
  readonly patterns: Int32Array;
  readonly words: Int32Array;
}

const LONGEST_GAP = 64;
const NEW_LINE = 0x0a;
const APART = 0x2029;
const COMMA = 0x2c;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const PLUS = 0x2b;
const UNDERSCORE = 0x5f;

/** Where a name that begins here ends, or -1: its words in order, parted as in `Jane Doe`, `jane_doe` and `JaneDoe`. */
export function endOfName(
  text: Readable,
  { start, pattern }: { readonly start: number; readonly pattern: number },
  { patterns, words }: NamePool,
): number {
  const turn = patterns[pattern + TURN] ?? 0;
  const count = patterns[pattern + WORDS] ?? 0;
  let at = isBreak(text, start) ? start : -1;
  for (let index = 0; index < count && at >= 0; index += 1) {
    const next = index === 0 ? at : index === turn ? passTurn(text, start, at) : pass(text, at);
    at = next < 0 ? -1 : endOfWord(text, next, { cells: words, word: patterns[pattern + WORDS + 1 + index] ?? 0 });
  }
  return at >= 0 && isBreak(text, at) ? at : -1;
}

function endOfWord(
  text: Readable,
  start: number,
  { cells, word }: { readonly cells: Int32Array; readonly word: number },
): number {
  const count = cells[word] ?? 0;
  if (count === 0) return text.is(UPPER, start) && !text.is(WORD, start + 1) ? start + 1 : -1;
  let from = word + 2;
  for (let spelling = 0; spelling < count; spelling += 1) {
    const to = from + (cells[from - 1] ?? 0);
    const end = endOfCodes(text, start, { cells, from, to });
    if (end >= 0) return end;
    from = to + 1;
  }
  return -1;
}

/** After a family name that comes first: "Doe, Jane", `DOE Jane`, `doe_jane` and `DoeJane`, not "a doe jane saw". */
function passTurn(text: Readable, start: number, end: number): number {
  const sign = text.code(end);
  if (sign === COMMA) return passSpace(text, end + 1);
  const next = pass(text, end);
  if (next < 0 || next === end || sign === UNDERSCORE || sign === HYPHEN) return next;
  return isSpace(text, next - 1) && !text.is(LOWER, start) && !text.is(LOWER, next) ? next : -1;
}

function pass(text: Readable, at: number): number {
  if (isJoined(text, at) || (text.is(SOLO, at) && text.is(SOLO, at - 1))) return at;
  const code = text.code(at);
  const isSign = code === HYPHEN || code === UNDERSCORE || code === DOT || code === PLUS;
  if (isSign && text.is(WORD, at + 1)) return at + 1;
  const isInitial = code === DOT && !text.is(WORD, at - 2);
  const from = isInitial ? at + 1 : at;
  const next = passSpace(text, from);
  return next > from ? next : -1;
}

/** `JaneDoe`, not `JaneD` nor `jDoe`. */
function isJoined(text: Readable, at: number): boolean {
  return isHump(text, at) && text.is(WORD, at - 2) && text.is(WORD, at + 1);
}

/** White space with at most one line break in it, and after that the signs quoted mail begins its lines with. */
function passSpace(text: Readable, start: number): number {
  let at = start;
  let isNewLine = false;
  while (at - start < LONGEST_GAP) {
    const code = text.code(at);
    if (code === APART || (code === NEW_LINE && isNewLine)) return start;
    const isQuote = isNewLine && (code === 0x3e || code === 0x7c);
    if (!isSpace(text, at) && !isQuote) return at;
    isNewLine ||= code === NEW_LINE;
    at += 1;
  }
  return start;
}
