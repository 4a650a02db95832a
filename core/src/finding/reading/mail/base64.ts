import type { Glyphs, Range } from '../glyphs.ts';
import { APART } from '../kinds.ts';

const RUN = /[\d+/A-Za-z_-]{24,}(?:\r?\n[\d+/A-Za-z_-]{2,})*/g;
const WORD = /=\?[\w.:+-]{1,40}(?:\*[\w-]{1,20})?\?[bB]\?([\d+/=A-Za-z]{4,400})\?=/g;
const DIGITS = new Map(
  Array.from(
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
    (sign, value) => [sign.charCodeAt(0), value] as const,
  ),
);
/** By code unit; `-` and `_` are the digits of addresses of pages. */
const IS_DIGIT = Uint8Array.from({ length: 128 }, (_, unit) =>
  /[\d+/A-Za-z_-]/.test(String.fromCharCode(unit)) ? 1 : 0,
);
const SHORTEST = 24;
const SAMPLE = 96;
const MOSTLY = 0.95;
const UNREADABLE = /[^\t\n\r -~\u0080-\u00ff]/g;

/** Whether a text holds a run of signs long enough, or an encoded word; looks at few of its characters. */
export function mayBeCoded(text: string): boolean {
  let at = SHORTEST - 1;
  while (at < text.length) {
    if (isDigit(text, at)) {
      let start = at;
      let end = at + 1;
      while (start > 0 && end - start < SHORTEST && isDigit(text, start - 1)) start -= 1;
      while (end < text.length && end - start < SHORTEST && isDigit(text, end)) end += 1;
      if (end - start >= SHORTEST) return true;
      at = end;
    }
    at += SHORTEST;
  }
  return text.includes('=?');
}

function isDigit(text: string, at: number): boolean {
  return IS_DIGIT[text.charCodeAt(at)] === 1;
}

/** The parts of a text that may be base64. */
export function codedRuns(text: string): readonly Range[] {
  if (!mayBeCoded(text)) return [];
  return [RUN, WORD].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: all, index }) => ({ start: index, end: index + all.length })),
  );
}

/**
 * Writes down what base64 parts say, each character as standing for the whole part: nothing can be cut out of one. Where a
 * part begins is not always where its text begins, so all four ways to group its signs are tried.
 */
export function readCoded(text: string, runs: readonly Range[], glyphs: Glyphs): Glyphs {
  for (const { start, end } of runs) {
    const run = text.slice(start, end).replace(/^=\?.*\?[bB]\?/, '');
    for (let skip = 0; skip < 4; skip += 1) {
      const decoded = decodedText(run, skip);
      if (decoded === undefined) continue;
      glyphs.add(APART, start, start);
      for (const char of decoded) glyphs.add(char.codePointAt(0) ?? 0, start, end);
    }
  }
  return glyphs;
}

/** Nothing where it is no text, as is so with pictures and with long words that only look like base64. */
function decodedText(run: string, skip: number): string | undefined {
  const sample = String.fromCharCode(...bytesOf(run.slice(0, SAMPLE), skip));
  if (sample.replace(UNREADABLE, '').length < sample.length * MOSTLY) return undefined;
  const bytes = bytesOf(run, skip);
  try {
    return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
}

function bytesOf(run: string, skip: number): readonly number[] {
  const bytes: number[] = [];
  let bits = 0;
  let count = -skip;
  for (let at = 0; at < run.length; at += 1) {
    const sign = run.charCodeAt(at);
    const digit = DIGITS.get(sign === 0x2d ? 0x2b : sign === 0x5f ? 0x2f : sign);
    if (digit === undefined) continue;
    count += 1;
    if (count <= 0) continue;
    bits = (bits << 6) | digit;
    if (count % 4 !== 1) bytes.push((bits >> ((4 - (((count - 1) % 4) + 1)) * 2)) & 0xff);
    bits &= 0xffffff;
  }
  return bytes;
}
