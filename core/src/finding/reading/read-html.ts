import { NEUTRAL } from '../neutral.ts';
import { addressPlaces, inOrder } from './address-text.ts';
import type { GlyphTaker, Range } from './glyphs.ts';
import { inlineTags, rawTags, spacingTags, vocabularyAttributes } from './html-vocabulary.ts';
import { APART } from './kinds.ts';
import type { FormRead, Place } from './place.ts';
import { readStretch } from './read-plain.ts';
import { type Attribute, type Tag, tagAt } from './tag.ts';

const NEW_LINE = 0x0a;
const BLANK = 0x20;

/** A text with tags in it as it is read. */
export class Reading {
  readonly text: string;
  readonly glyphs: GlyphTaker;
  /** Attributes and comments: read after the text, so that they do not come between its words. */
  readonly aside: Range[] = [];
  /** Attribute values without quotes. */
  readonly unquoted: Range[] = [];

  constructor(text: string, glyphs: GlyphTaker) {
    this.text = text;
    this.glyphs = glyphs;
  }

  /** Reads what was set aside, each apart from the others. */
  readAside(): void {
    for (const range of this.aside) {
      this.glyphs.add(APART, range.start, range.start);
      readStretch(this.glyphs, this.text, range);
    }
  }
}

/**
 * Reads HTML, broken HTML too: the characters a reader sees, then those in attributes and comments, each apart from the others.
 * In time linear to its length, as nothing is looked at more than twice.
 */
export function readHtml(text: string, glyphs: GlyphTaker): FormRead {
  const reading = new Reading(text, glyphs);
  let at = 0;
  while (at < text.length) at = readNext(reading, at);
  reading.readAside();
  const write = (words: string): string => escaped(words, /[&<>"']/g);
  return { places: () => inOrder(reading.unquoted.map(unquotedPlace), addressPlaces(text)), write };
}

/** Reads the tag, declaration or comment that begins at a `<`, or only the sign; gives back where to go on. */
export function readMarkup(reading: Reading, at: number): number {
  const { text, glyphs } = reading;
  if (text.startsWith('<!', at) || text.startsWith('<?', at)) return readDeclaration(reading, at);
  const tag = tagAt(text, at);
  if (tag === 'unclosed') return readRest(reading, at);
  if (tag === undefined) {
    glyphs.add(0x3c, at, at + 1);
    return at + 1;
  }
  return readTag(reading, tag);
}

/** What is put into an attribute without quotes may hold no white space, and it may not end up without a value. */
export function unquotedPlace({ start, end }: Range): Place {
  const write = (words: string): string => escaped(words, /[&<>"'`=\s]/g);
  return { start, end, write, filler: write(NEUTRAL) };
}

function escaped(text: string, signs: RegExp): string {
  return text.replace(signs, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
}

function readNext(reading: Reading, at: number): number {
  const { text, glyphs } = reading;
  if (text.charCodeAt(at) === 0x3c) return readMarkup(reading, at);
  const next = text.indexOf('<', at);
  const end = next === -1 ? text.length : next;
  readStretch(glyphs, text, { start: at, end });
  return end;
}

/** Without an end there is no markup any more: all that follows is text. */
function readRest({ text, glyphs }: Reading, start: number): number {
  readStretch(glyphs, text, { start, end: text.length });
  return text.length;
}

function readDeclaration(reading: Reading, at: number): number {
  const closing = reading.text.startsWith('<!--', at) ? '-->' : '>';
  const end = reading.text.indexOf(closing, at + 2);
  if (end === -1) return readRest(reading, at);
  reading.aside.push({ start: at + 2, end });
  return end + closing.length;
}

function readTag(reading: Reading, tag: Tag): number {
  separate(reading.glyphs, tag);
  for (const attribute of tag.attributes) readAttribute(reading, attribute);
  if (!tag.isClosing && rawTags.has(tag.name)) return skipRaw(reading, tag);
  return tag.end;
}

function separate(glyphs: GlyphTaker, { name, start }: Tag): void {
  if (inlineTags.has(name)) return;
  const sign = spacingTags.get(name) ?? 'line';
  glyphs.add(sign === 'space' ? BLANK : sign === 'line' ? NEW_LINE : APART, start, start);
}

function readAttribute({ aside, unquoted }: Reading, { name, value, isQuoted }: Attribute): void {
  if (vocabularyAttributes.has(name)) return;
  aside.push(value);
  if (!isQuoted) unquoted.push(value);
}

/** Passes over what stands between `<style>` or `<script>` and its end: it is no text. */
function skipRaw(reading: Reading, { name, end }: Tag): number {
  const closing = name === 'style' ? /<\/style/gi : /<\/script/gi;
  closing.lastIndex = end;
  return closing.exec(reading.text)?.index ?? readRest(reading, end);
}
