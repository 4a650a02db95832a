import { decodeBytes, hasByteEscapes, type Signs } from './decode-bytes.ts';
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
  const decoded = hasByteEscapes(text) ? signsIn(text).map((signs) => decodeBytes(glyphs, signs)) : [glyphs];
  return { ways: decoded.flatMap(folded), unquoted };
}

/** A spelling of an identifier, folded both ways like the texts it is looked for in. */
export function spellingsOf(text: string): readonly Glyphs[] {
  return folded(readPlain(text));
}

function signsIn(text: string): readonly Signs[] {
  const signs: Signs[] = ['letters'];
  if (/%[\dA-Fa-f]{2}/.test(text)) signs.push('percent');
  if (/=[\dA-Fa-f]{2}/.test(text)) signs.push('quoted-printable');
  return signs;
}

function folded(glyphs: Glyphs): readonly Glyphs[] {
  const usual = glyphs.isEven ? glyphs : glyphs.refolded('usual');
  return glyphs.hasUmlauts ? [usual, glyphs.refolded('speltOut')] : [usual];
}
