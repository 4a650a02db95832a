import type { GlyphTaker, Range } from '../glyphs.ts';
import { readStretch } from '../read-plain.ts';

/** Escapes of one letter: https://www.rfc-editor.org/rfc/rfc8259#section-7 */
const LETTERS: ReadonlyMap<number, number> = new Map([
  [0x62, 0x08],
  [0x66, 0x0c],
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
]);
const HEX = /u([\dA-Fa-f]{4})(?:\\u([dD][c-fC-F][\dA-Fa-f]{2}))?/y;

/** Adds the characters of a JSON string, its escapes decoded. */
export function readJsonString(glyphs: GlyphTaker, text: string, { start, end }: Range): void {
  let at = start;
  while (at < end) {
    const next = text.indexOf('\\', at);
    const stop = next === -1 || next >= end ? end : next;
    if (stop > at) readStretch(glyphs, text, { start: at, end: stop });
    at = stop < end ? readEscape(glyphs, text, stop) : end;
  }
}

/** How a text is written between the quotes of a JSON string. */
export function inJsonString(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** What a key or a word of a format says; these hold no escapes but those of letters. */
export function wordIn(text: string, { start, end }: Range): string {
  const word = text.slice(start, end);
  if (!word.includes('\\')) return word;
  return word.replace(/\\u([\dA-Fa-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function readEscape(glyphs: GlyphTaker, text: string, at: number): number {
  const letter = text.charCodeAt(at + 1);
  if (letter === 0x75) return readHex(glyphs, text, at);
  glyphs.add(LETTERS.get(letter) ?? letter, at, at + 2);
  return at + 2;
}

/** Two escapes may make one character beyond the first plane; it is never cut in half. */
function readHex(glyphs: GlyphTaker, text: string, at: number): number {
  HEX.lastIndex = at + 1;
  const [found = '', first = '', second] = HEX.exec(text) ?? [];
  if (found === '') {
    glyphs.add(0x5c, at, at + 1);
    return at + 1;
  }
  const high = parseInt(first, 16);
  const isPair = second !== undefined && high >= 0xd800 && high <= 0xdbff;
  const after = at + 1 + (isPair ? found.length : 5);
  const char = isPair ? (String.fromCharCode(high, parseInt(second, 16)).codePointAt(0) ?? high) : high;
  glyphs.add(char, at, after);
  return after;
}
