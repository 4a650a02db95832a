import { SOLO, SPACE, UPPER, LOWER, WORD } from '../reading/kinds.ts';
import { foldsOf } from '../reading/fold.ts';
import type { Readable } from './readable.ts';
import { WIDE } from './unit-tables.ts';

/** Codes to compare with: a stretch of a pool. */
export interface Codes {
  readonly cells: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** Where the text stops after these codes, or -1 if it holds others. A wide character counts as one code or as two. */
export function endOfCodes(text: Readable, start: number, { cells, from, to }: Codes): number {
  let at = start;
  for (let next = from; next < to; next += 1, at += 1) {
    if (text.is(WIDE, at)) return endOfWide(text, at, { cells, from: next, to });
    if (text.code(at) !== cells[next]) return -1;
  }
  return at;
}

function endOfWide(text: Readable, at: number, { cells, from, to }: Codes): number {
  const { usual, speltOut } = foldsOf(text.char(at));
  for (const folds of usual === speltOut ? [usual] : [speltOut, usual]) {
    if (!folds.every((packed, index) => from + index < to && cells[from + index] === packed >> 8)) continue;
    const end = endOfCodes(text, at + 1, { cells, from: from + folds.length, to });
    if (end >= 0) return end;
  }
  return -1;
}

/** Whether a word may end before this character and another begin with it. */
export function isBreak(text: Readable, at: number): boolean {
  if (!text.is(WORD, at - 1) || !text.is(WORD, at)) return true;
  return text.is(SOLO, at - 1) || text.is(SOLO, at);
}

/** Whether a new word begins within `JaneDoe` here. */
export function isHump(text: Readable, at: number): boolean {
  return text.is(UPPER, at) && text.is(LOWER, at - 1);
}

/** Whether white space stands here. */
export function isSpace(text: Readable, at: number): boolean {
  return text.is(SPACE, at);
}

/** Whether a dot or hyphen ties the word before this place to one after it: `jane` in `jane.doe`. */
export function isTied(text: Readable, at: number): boolean {
  const code = text.code(at);
  return (code === 0x2e || code === 0x2d) && text.is(WORD, at + 1) && text.is(WORD, at - 1);
}
