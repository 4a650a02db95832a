import { DIGIT, WORD } from '../reading/kinds.ts';
import { isSpace } from './compare.ts';
import type { Readable } from './readable.ts';

/** A form of a number: its marks, how many digits it has, and the digits. */
export const FORM_MARKS = 0;
/** Where the number of digits stands in a form. */
export const FORM_DIGITS = 1;
/** Mark of a form with the country's code: a plus may stand before it. */
export const INTERNATIONAL = 1;
/** Mark of a form so short that no other digits may stand before it. */
export const SHORT = 2;

const LONGEST_GAP = 4;
/** Fewer digits than this before a number belong to it: a country's or a city's code. */
const SEPARATE = 7;
const LONGEST_EXTENSION = 28;
const PLUS = 0x2b;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const OPEN = 0x28;
const GAPS = new Set(Array.from('()-./·>', (sign) => sign.charCodeAt(0)));
const EXTENSION =
  /^[\s,;]{0,3}(?:extension|extn|ext|x|durchwahl|dw|poste|#)[.:]?\s{0,2}(?:00)?x?\d{1,6}(?![\p{L}\p{Nd}])/u;

/** A stretch of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The number whose digits end before this place, with its plus and extension; nothing if it is part of another. */
export function phoneEndingAt(text: Readable, end: number, form: Int32Array): Span | undefined {
  const from = startOfDigits(text, end, form);
  if (from < 0 || text.is(WORD, from - 1)) return undefined;
  if (!standsAlone(text, from, form[FORM_MARKS] ?? 0)) return undefined;
  const to = endOfExtension(text, end);
  return endsNumber(text, to) ? { start: withLead(text, from, to), end: to } : undefined;
}

function startOfDigits(text: Readable, end: number, form: Int32Array): number {
  const count = form[FORM_DIGITS] ?? 0;
  let start = end;
  for (let digit = count; digit > 0; digit -= 1) {
    let next = start - 1;
    for (let gap = 0; digit < count && gap < LONGEST_GAP && isGap(text, next); gap += 1) next -= 1;
    if (text.code(next) !== form[FORM_DIGITS + digit]) return -1;
    start = next;
  }
  return start;
}

function isGap(text: Readable, at: number): boolean {
  return isSpace(text, at) || GAPS.has(text.code(at));
}

function standsAlone(text: Readable, from: number, marks: number): boolean {
  const sign = text.code(from - 1);
  if (sign === PLUS) return (marks & INTERNATIONAL) !== 0;
  if ((marks & INTERNATIONAL) !== 0) return false;
  if ((sign === HYPHEN || sign === DOT) && text.is(DIGIT, from - 2)) return false;
  const before = digitsBefore(text, from);
  if (before.digits.length === 0 || before.digits.length >= SEPARATE) return true;
  return (marks & SHORT) === 0 && !before.hasPlus && !before.digits.startsWith('00');
}

function digitsBefore(text: Readable, from: number): { readonly digits: string; readonly hasPlus: boolean } {
  let digits = '';
  let gap = 0;
  let at = from - 1;
  for (; gap <= LONGEST_GAP && digits.length < SEPARATE; at -= 1) {
    if (text.is(DIGIT, at)) {
      digits = String.fromCharCode(text.code(at)) + digits;
      gap = 0;
    } else if (isGap(text, at)) gap += 1;
    else break;
  }
  return { digits, hasPlus: text.code(at) === PLUS };
}

function endOfExtension(text: Readable, end: number): number {
  let following = '';
  for (let at = end; at < end + LONGEST_EXTENSION && text.code(at) !== 0; at += 1)
    following += String.fromCodePoint(text.code(at));
  return end + Array.from(EXTENSION.exec(following)?.[0] ?? '').length;
}

function endsNumber(text: Readable, to: number): boolean {
  const sign = text.code(to);
  return !text.is(WORD, to) && !((sign === HYPHEN || sign === DOT) && text.is(DIGIT, to + 1));
}

/** The plus, and a bracket that closes within the number, go with it. */
function withLead(text: Readable, from: number, to: number): number {
  const start = text.code(from - 1) === PLUS ? from - 1 : from;
  if (text.code(start - 1) !== OPEN) return start;
  for (let at = from; at < to; at += 1) {
    if (text.code(at) === OPEN) return start;
    if (text.code(at) === 0x29) return start - 1;
  }
  return start;
}
