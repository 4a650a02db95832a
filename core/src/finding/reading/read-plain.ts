import { escapeAt } from './entities.ts';
import { addressPlaces, inOrder } from './address-text.ts';
import { mailWordPlaces } from './mail/mail-words.ts';
import type { GlyphTaker, Range } from './glyphs.ts';
import { asItIs, type FormRead } from './place.ts';

/** Writes down the characters of a plain text; HTML entities and JSON escapes in it are decoded, as texts pass through both. */
export function readPlain(text: string, glyphs: GlyphTaker): FormRead {
  readStretch(glyphs, text, { start: 0, end: text.length });
  return { places: () => inOrder(mailWordPlaces(text), addressPlaces(text)), write: asItIs };
}

/** Adds the characters of a part of a text. */
export function readStretch(glyphs: GlyphTaker, text: string, { start, end }: Range): void {
  let at = start;
  while (at < end) {
    at = glyphs.addRun(text, { start: at, end });
    const unit = text.charCodeAt(at);
    if (at >= end) return;
    at = unit === 0x26 || unit === 0x5c ? readEscape(glyphs, text, { start: at, end }) : readPair(glyphs, text, at);
  }
}

function readEscape(glyphs: GlyphTaker, text: string, { start, end }: Range): number {
  const escape = escapeAt(text, start);
  const after = start + (escape?.length ?? 1);
  if (escape === undefined || after > end) {
    glyphs.add(text.charCodeAt(start), start, start + 1);
    return start + 1;
  }
  glyphs.add(escape.char, start, after);
  return after;
}

function readPair(glyphs: GlyphTaker, text: string, at: number): number {
  const char = text.codePointAt(at) ?? 0;
  const after = at + (char > 0xffff ? 2 : 1);
  glyphs.add(char, at, after);
  return after;
}
