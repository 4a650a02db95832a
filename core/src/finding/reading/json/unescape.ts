import type { Glyphs } from '../glyphs.ts';

const BACKSLASH = 0x5c;
const LINE_ENDS = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
]);
const SIGNS = new Set(Array.from('"/,;\\', (sign) => sign.charCodeAt(0)));

/** Whether a text holds a backslash that may be an escape of JSON, of an address card or of a directory: `\n`, `\"`, `\,`. */
export function hasEscapes(text: string): boolean {
  return text.includes('\\') && /\\[nrt"/,;\\]/.test(text);
}

/** Writes the characters with such escapes decoded. */
export function unescape(read: Glyphs, glyphs: Glyphs): Glyphs {
  let at = 0;
  while (at < read.length) {
    const char = read.char(at);
    const next = char === BACKSLASH ? read.char(at + 1) : 0;
    const meant = LINE_ENDS.get(next) ?? (SIGNS.has(next) ? next : undefined);
    const length = meant === undefined ? 1 : 2;
    glyphs.add(meant ?? char, read.start(at), read.end(at + length - 1));
    at += length;
  }
  return glyphs;
}
