import { textBetween } from '../matching/beside.ts';
import type { Glyphs, Range } from '../reading/glyphs.ts';
import { SPACE, WORD } from '../reading/kinds.ts';
import { attributionVerbs, headers, peopleHeaders } from './mail-words.ts';

const COLON = 0x3a;
const NEW_LINE = 0x0a;
const APART = 0x2029;
/** So far a line is followed from a name; longer ones are no headers and no attributions. */
const REACH = 240;

/** The line around a place, as far as it is looked at. */
export function lineAround(glyphs: Glyphs, at: number): Range {
  let start = at;
  while (at - start < REACH && start > 0 && !isLineEnd(glyphs, start - 1)) start -= 1;
  let end = at;
  while (end - at < REACH && end < glyphs.length && !isLineEnd(glyphs, end)) end += 1;
  return { start, end };
}

/** How often a line is quoted: the signs `>` and `|` it begins with; and where its words begin. */
export function quoteOf(glyphs: Glyphs, start: number): { readonly depth: number; readonly from: number } {
  let depth = 0;
  let from = start;
  while (glyphs.is(SPACE, from) || isQuote(glyphs.code(from))) {
    if (isLineEnd(glyphs, from)) break;
    if (isQuote(glyphs.code(from))) depth += 1;
    from += 1;
  }
  return { depth, from };
}

/** Whether a line is a header: `From:`, `> *An:*`, `X-To:`. */
export function headerAt(glyphs: Glyphs, start: number): 'people' | 'other' | undefined {
  let from = quoteOf(glyphs, start).from;
  if (glyphs.code(from) === 0x2a) from += 1;
  if (textBetween(glyphs, from, from + 2) === 'x-') from += 2;
  let to = from;
  while (to - from < 20 && glyphs.is(WORD, to)) to += 1;
  const word = textBetween(glyphs, from, to);
  while (glyphs.code(to) === 0x2a || (glyphs.is(SPACE, to) && !isLineEnd(glyphs, to))) to += 1;
  if (glyphs.code(to) !== COLON) return undefined;
  return peopleHeaders.has(word) ? 'people' : headers.has(word) ? 'other' : undefined;
}

/** Whether a place is in "On Monday, … wrote:", which may be wrapped once, in any language of the table. */
export function isInAttribution(glyphs: Glyphs, at: number): boolean {
  const first = lineAround(glyphs, at);
  const second = isLineEnd(glyphs, first.end) ? lineAround(glyphs, first.end + 1) : first;
  return [first, second].some((line) => endsWithColon(glyphs, line) && hasVerb(glyphs, first.start, line.end));
}

function endsWithColon(glyphs: Glyphs, { start, end }: Range): boolean {
  let at = end - 1;
  while (at > start && glyphs.is(SPACE, at)) at -= 1;
  return glyphs.code(at) === COLON;
}

function hasVerb(glyphs: Glyphs, start: number, end: number): boolean {
  const words = textBetween(glyphs, start, end).split(/[^\p{L}]+/u);
  return words.some((word) => attributionVerbs.has(word));
}

function isQuote(code: number): boolean {
  return code === 0x3e || code === 0x7c;
}

function isLineEnd(glyphs: Glyphs, at: number): boolean {
  return glyphs.code(at) === NEW_LINE || glyphs.code(at) === APART;
}
