import { decodeBytes } from './decode-bytes.ts';
import { Glyphs, type GlyphTaker, type Range } from './glyphs.ts';
import { readMarkdown } from './light/read-markdown.ts';
import { readWiki } from './light/read-wiki.ts';
import type { FormRead } from './place.ts';
import { readAdf } from './json/read-adf.ts';
import { readJson } from './json/read-json.ts';
import { readHtml } from './read-html.ts';
import { codedRuns, readCoded } from './mail/base64.ts';
import { decodeWords } from './mail/decode-words.ts';
import { mailWords } from './mail/mail-words.ts';
import { inFileName, stemOf, stemPlace } from './file-name.ts';
import { hasEscapes, unescape } from './json/unescape.ts';
import { readPlain, readStretch } from './read-plain.ts';
import { Shelf } from './shelf.ts';
import type { TextForm } from '../text-form.ts';

/** All ways to read one text: each is searched, and what any of them shows counts. Most texts have one. */
export interface Readings extends FormRead {
  readonly ways: readonly Glyphs[];
  /** What parts in base64 say: nothing can be cut there. */
  readonly coded: readonly Glyphs[];
}

/** The readings of a text as its host holds it, in tables from the shelf. */
export function readingsOf(text: string, form: TextForm, shelf: Shelf): Readings {
  const { reads, ...read } = readsOf(text, form, () => shelf.take());
  const ways = reads.flatMap((glyphs) => decodings(text, glyphs, shelf)).flatMap((way) => folded(way, shelf));
  return { ...read, ways, coded: codedReadings(text, codedRuns(text), shelf) };
}

/** What runs of base64 in a text say. */
export function codedReadings(text: string, runs: readonly Range[], shelf: Shelf): readonly Glyphs[] {
  return runs.length === 0 ? [] : folded(readCoded(text, runs, shelf.take()), shelf);
}

/** The ways to read markup in a text of this form, without escapes that may stand in texts of any form; each into a table it takes. */
export function readsOf<Table extends GlyphTaker>(text: string, form: TextForm, take: () => Table): Reads<Table> {
  switch (form) {
    case 'plain':
      return alone(readPlain, text, take);
    case 'html':
      return alone(readHtml, text, take);
    case 'adf':
      return alone(readAdf, text, take);
    case 'json':
      return alone(readJson, text, take);
    case 'markdown':
      return besidePlain(readMarkdown, text, take);
    case 'wiki':
      return besidePlain(readWiki, text, take);
    case 'file-name':
      return readFileName(text, take);
  }
}

/** Whether a text may hold escapes that are decoded in any form: nothing else makes further readings of one. */
export function mayHoldEscapes(text: string): boolean {
  return hasEscapes(text) || text.includes('=?') || hasBytes(text);
}

interface Reads<Table> extends FormRead {
  readonly reads: readonly Table[];
}
type Read = (text: string, glyphs: GlyphTaker) => FormRead;

/** A file's name as a whole, and without its type. */
function readFileName<Table extends GlyphTaker>(text: string, take: () => Table): Reads<Table> {
  const whole = take();
  readPlain(text, whole);
  const stem = take();
  readStretch(stem, text, stemOf(text));
  return { places: () => [stemPlace(text)], write: inFileName, reads: [whole, stem] };
}

function alone<Table extends GlyphTaker>(read: Read, text: string, take: () => Table): Reads<Table> {
  const glyphs = take();
  return { ...read(text, glyphs), reads: [glyphs] };
}

/** Light markup is also read as it stands, so that no sign taken for markup hides anything; one reading will do where there is none. */
function besidePlain<Table extends GlyphTaker>(read: Read, text: string, take: () => Table): Reads<Table> {
  const seen = alone(read, text, take);
  if (!/[<*_~`[\]|\\{}+^?-]/.test(text)) return seen;
  const plain = take();
  readPlain(text, plain);
  return { ...seen, reads: [plain, ...seen.reads] };
}

/** A spelling of an identifier, folded both ways like the texts it is looked for in. */
export function spellingsOf(text: string): readonly Glyphs[] {
  const glyphs = new Glyphs();
  readPlain(text, glyphs);
  return folded(glyphs, new Shelf());
}

function decodings(text: string, glyphs: Glyphs, shelf: Shelf): readonly Glyphs[] {
  const more = hasEscapes(text) ? [unescape(glyphs, shelf.take())] : [];
  if (mailWords(text).length > 0) more.push(decodeWords(text, glyphs, shelf.take()));
  return [...byteDecodings(text, glyphs, shelf), ...more];
}

function byteDecodings(text: string, glyphs: Glyphs, shelf: Shelf): readonly Glyphs[] {
  if (!hasBytes(text)) return [glyphs];
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

function hasBytes(text: string): boolean {
  return (text.includes('=') || text.includes('%')) && /[%=][\dA-Fa-f]{2}|=\r?\n/.test(text);
}
