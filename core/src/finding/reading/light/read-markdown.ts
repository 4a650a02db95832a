import { addressPlaces, inAddress, inOrder, rangesOf, writtenBy } from '../address-text.ts';
import type { GlyphTaker } from '../glyphs.ts';
import { asItIs, type FormRead, type Place } from '../place.ts';
import { readMarkup, unquotedPlace } from '../read-html.ts';
import { emphasisPlaces, wrappedPlaces } from './emphasis.ts';
import { LightReading } from './light-reading.ts';

const SIGNS = /[<*_~`[\]|\\]/g;
/** Where a link leads, and the words shown over it: https://spec.commonmark.org/0.31.2/#links */
const TARGET =
  /\]\(\s{0,3}(?:<[^<>\n]{0,2000}>|(?:[^\s()<>[\]]{0,2000}(?:\([^\s()<>[\]]{0,200}\))?){1,2})(?:\s{1,3}(?:"[^"]{0,200}"|'[^']{0,200}'))?\s{0,3}\)/y;
const LEADING = /\]\(\s{0,3}<?([^\s<>[\]"]{1,2000}?)>?(?=\)|\s)/g;
const TITLES = /\]\([^\s()[\]]{0,2000}\s{1,3}["']([^"'\n]{1,200})["']\s{0,3}\)/g;
const BLOCKS = /^ {0,3}(?:```|~~~)[^\n]*\n([^]*?)^ {0,3}(?:```|~~~)/gm;
const SPAN = /(?<!`)(?<sign>`{1,3})(?!`)(?<inner>[^`\n]{1,500})\k<sign>(?!`)/g;
const EMPHASIS = [
  /(?<!\*)(?<sign>\*{1,3})(?![\s*])(?<inner>[^*\n]{1,500})(?<!\s)\k<sign>(?!\*)/g,
  /(?<![_\p{L}\p{Nd}])(?<sign>_{1,3})(?![\s_])(?<inner>[^_\n]{1,500})(?<!\s)\k<sign>(?![_\p{L}\p{Nd}])/gu,
  /(?<!~)(?<sign>~~)(?![\s~])(?<inner>[^~\n]{1,500})(?<!\s)\k<sign>(?!~)/g,
];

/** Reads Markdown as a reader sees it: `**Ja**ne` as one word; the addresses and titles of links after the text. */
export function readMarkdown(text: string, glyphs: GlyphTaker): FormRead {
  const reading = new LightReading(text, glyphs);
  reading.read(SIGNS, (at) => passSign(reading, at));
  return { places: () => inOrder(reading.unquoted.map(unquotedPlace), placesIn(text)), write: inMarkdown };
}

function passSign(reading: LightReading, at: number): number {
  switch (reading.text.charAt(at)) {
    case '\\':
      return reading.passBackslash(at);
    case '<':
      return readMarkup(reading, at);
    case '[':
      return at + 1;
    case ']':
      return passTarget(reading, at);
    case '|':
      return reading.passCell(at);
    case '_':
      return reading.passRun(at, false);
    default:
      return reading.passRun(at, true);
  }
}

function passTarget({ text, aside }: LightReading, at: number): number {
  TARGET.lastIndex = at;
  const target = text.charAt(at + 1) === '(' ? TARGET.exec(text)?.[0] : undefined;
  if (target === undefined) return at + 1;
  aside.push({ start: at + 2, end: at + target.length - 1 });
  return at + target.length;
}

/** Signs that would begin markup. */
function inMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-!|~&]/g, (sign) => `\\${sign}`);
}

function inCode(text: string): string {
  return text.replace(/[`\n]/g, '');
}

function placesIn(text: string): readonly Place[] {
  return inOrder(
    writtenBy(asItIs, rangesOf(text, BLOCKS)),
    wrappedPlaces(text, SPAN, inCode),
    writtenBy(inAddress, rangesOf(text, LEADING)),
    writtenBy((words) => inMarkdown(words.replace(/["']/g, '’')), rangesOf(text, TITLES)),
    addressPlaces(text),
    emphasisPlaces(text, EMPHASIS, inMarkdown),
  );
}
