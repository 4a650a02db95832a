import { decodeBytes } from './decode-bytes.ts';
import { Glyphs } from './glyphs.ts';
import { asItIs, type FormRead } from './place.ts';
import { readAdf } from './json/read-adf.ts';
import { readJson } from './json/read-json.ts';
import { readHtml } from './read-html.ts';
import { readPlain } from './read-plain.ts';
import { Shelf } from './shelf.ts';
import type { TextForm } from '../text-form.ts';

/** All ways to read one text: each is searched, and what any of them shows counts. Most texts have one. */
export interface Readings extends FormRead {
  readonly ways: readonly Glyphs[];
}

/** The readings of a text as its host holds it, in tables from the shelf. */
export function readingsOf(text: string, form: TextForm, shelf: Shelf): Readings {
  const glyphs = shelf.take();
  const read = readers[form](text, glyphs);
  return { ...read, ways: decodings(text, glyphs, shelf).flatMap((way) => folded(way, shelf)) };
}

const readers: Readonly<Record<TextForm, (text: string, glyphs: Glyphs) => FormRead>> = {
  plain: (text, glyphs) => {
    readPlain(text, glyphs);
    return plainly;
  },
  html: readHtml,
  adf: readAdf,
  json: readJson,
};

const plainly: FormRead = { places: () => [], write: asItIs };

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
