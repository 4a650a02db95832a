import { decodeBytes } from './decode-bytes.ts';
import { Glyphs } from './glyphs.ts';
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
  const { reads, ...read } = readers[form](text, shelf);
  const ways = reads.flatMap((glyphs) => decodings(text, glyphs, shelf)).flatMap((way) => folded(way, shelf));
  const runs = codedRuns(text);
  const coded = runs.length === 0 ? [] : folded(readCoded(text, runs, shelf.take()), shelf);
  return { ...read, ways, coded };
}

type Reader = (text: string, shelf: Shelf) => FormRead & { readonly reads: readonly Glyphs[] };

const readers: Readonly<Record<TextForm, Reader>> = {
  plain: alone(readPlain),
  html: alone(readHtml),
  adf: alone(readAdf),
  json: alone(readJson),
  markdown: besidePlain(readMarkdown),
  wiki: besidePlain(readWiki),
  'file-name': readFileName,
};

/** A file's name as a whole, and without its type. */
function readFileName(text: string, shelf: Shelf): ReturnType<Reader> {
  const [whole, stem] = [shelf.take(), shelf.take()];
  readPlain(text, whole);
  readStretch(stem, text, stemOf(text));
  return { places: () => [stemPlace(text)], write: inFileName, reads: [whole, stem] };
}

function alone(read: (text: string, glyphs: Glyphs) => FormRead): Reader {
  return (text, shelf) => {
    const glyphs = shelf.take();
    return { ...read(text, glyphs), reads: [glyphs] };
  };
}

/** Light markup is also read as it stands, so that no sign taken for markup hides anything; one reading will do where there is none. */
function besidePlain(read: (text: string, glyphs: Glyphs) => FormRead): Reader {
  return (text, shelf) => {
    const seen = alone(read)(text, shelf);
    if (!/[<*_~`[\]|\\{}+^?-]/.test(text)) return seen;
    const plain = shelf.take();
    readPlain(text, plain);
    return { ...seen, reads: [plain, ...seen.reads] };
  };
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
  if (!text.includes('=') && !text.includes('%')) return [glyphs];
  if (!/[%=][\dA-Fa-f]{2}|=\r?\n/.test(text)) return [glyphs];
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
