import { decodeBytes } from './decode-bytes.ts';
import { Glyphs, type Range } from './glyphs.ts';
import { readHtml } from './read-html.ts';
import { readPlain } from './read-plain.ts';
import { Shelf } from './shelf.ts';

/** All ways to read one text: each is searched, and what any of them shows counts. Most texts have one. */
export interface Readings {
  readonly ways: readonly Glyphs[];
  /** HTML only: attribute values without quotes. */
  readonly unquoted: readonly Range[];
}

/** The readings of a text as its host holds it, in tables from the shelf. */
export function readingsOf(text: string, form: 'plain' | 'html', shelf: Shelf): Readings {
  const table = shelf.take();
  const { glyphs, unquoted } =
    form === 'html' ? readHtml(text, table) : { glyphs: readPlain(text, table), unquoted: [] };
  return { ways: decodings(text, glyphs, shelf).flatMap((read) => folded(read, shelf)), unquoted };
}

/** A spelling of an identifier, folded both ways like the texts it is looked for in. */
export function spellingsOf(text: string): readonly Glyphs[] {
  return folded(readPlain(text, new Glyphs()), new Shelf());
}

function decodings(text: string, glyphs: Glyphs, shelf: Shelf): readonly Glyphs[] {
  if (!/[%=][\dA-Fa-f\r\n]/.test(text)) return [glyphs];
  const hasLetters = /[%=][C-Fc-f][\dA-Fa-f]|=\r?\n/.test(text);
  const ways = [hasLetters ? decodeBytes(glyphs, 'letters', shelf.take()) : glyphs];
  if (/%[\dA-Fa-f]{2}/.test(text)) ways.push(decodeBytes(glyphs, 'percent', shelf.take()));
  if (/=[\dA-Fa-f]{2}/.test(text)) ways.push(decodeBytes(glyphs, 'quoted-printable', shelf.take()));
  return ways;
}

function folded(glyphs: Glyphs, shelf: Shelf): readonly Glyphs[] {
  const usual = glyphs.isEven ? glyphs : glyphs.refold('usual', shelf.take());
  return glyphs.hasUmlauts ? [usual, glyphs.refold('speltOut', shelf.take())] : [usual];
}
