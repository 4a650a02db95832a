import { decodeBytes } from './decode-bytes.ts';
import type { Glyphs, Range } from './glyphs.ts';
import { readHtml } from './read-html.ts';
import { readPlain } from './read-plain.ts';

/** All ways to read one text: each is searched, and what any of them shows counts. Most texts have one. */
export interface Readings {
  readonly ways: readonly Glyphs[];
  /** HTML only: attribute values without quotes. */
  readonly unquoted: readonly Range[];
}

/** The readings of a text as its host holds it. */
export function readingsOf(text: string, form: 'plain' | 'html'): Readings {
  const { glyphs, unquoted } = form === 'html' ? readHtml(text) : { glyphs: readPlain(text), unquoted: [] };
  return { ways: decodings(text, glyphs).flatMap(folded), unquoted };
}

/** A spelling of an identifier, folded both ways like the texts it is looked for in. */
export function spellingsOf(text: string): readonly Glyphs[] {
  return folded(readPlain(text));
}

function decodings(text: string, glyphs: Glyphs): readonly Glyphs[] {
  if (!/[%=][\dA-Fa-f\r\n]/.test(text)) return [glyphs];
  const hasLetters = /[%=][C-Fc-f][\dA-Fa-f]|=\r?\n/.test(text);
  const ways = [hasLetters ? decodeBytes(glyphs, 'letters') : glyphs];
  if (/%[\dA-Fa-f]{2}/.test(text)) ways.push(decodeBytes(glyphs, 'percent'));
  if (/=[\dA-Fa-f]{2}/.test(text)) ways.push(decodeBytes(glyphs, 'quoted-printable'));
  return ways;
}

function folded(glyphs: Glyphs): readonly Glyphs[] {
  const usual = glyphs.isEven ? glyphs : glyphs.refolded('usual');
  return glyphs.hasUmlauts ? [usual, glyphs.refolded('speltOut')] : [usual];
}
