import type { Range } from '../glyphs.ts';
import type { Place } from '../place.ts';

/** A word of a mail header in an encoding: https://www.rfc-editor.org/rfc/rfc2047#section-2 */
export interface MailWord extends Range {
  /** What stands between its signs. */
  readonly body: Range;
  readonly isUtf8: boolean;
}

const WORD = /=\?([\w.:+-]{1,40})(?:\*[\w-]{1,20})?\?([qQ])\?([^?\s]{0,400})\?=(?:\s{1,4}(?==\?))?/g;

/** The words of a text that are in the encoding a person can read; white space between two belongs to neither. */
export function mailWords(text: string): readonly MailWord[] {
  if (!text.includes('=?')) return [];
  return Array.from(text.matchAll(WORD), ({ 0: all, 1: charset = '', 3: body = '', index }) => {
    const start = index + all.lastIndexOf(body, all.lastIndexOf('?='));
    const range = { start: index, end: index + all.length, body: { start, end: start + body.length } };
    return { ...range, isUtf8: /^utf-?8$/i.test(charset) };
  });
}

/** What is put into such a word is encoded like it; it may not end up empty. */
export function mailWordPlaces(text: string): readonly Place[] {
  return mailWords(text).map(({ body, isUtf8 }) => ({
    ...body,
    filler: '_',
    write: (words) => Array.from(words, (char) => encoded(char, isUtf8)).join(''),
  }));
}

function encoded(char: string, isUtf8: boolean): string {
  if (char === ' ') return '_';
  if (/[\dA-Za-z]/.test(char)) return char;
  const code = char.codePointAt(0) ?? 0;
  if (isUtf8 && code >= 0x80) return encodeURIComponent(char.isWellFormed() ? char : '?').replaceAll('%', '=');
  return `=${(code > 0xff ? 0x3f : code).toString(16).toUpperCase().padStart(2, '0')}`;
}
