import { addressPlaces, inAddress, inOrder, rangesOf, writtenBy } from '../address-text.ts';
import type { GlyphTaker } from '../glyphs.ts';
import { asItIs, type FormRead, type Place } from '../place.ts';
import { emphasisPlaces } from './emphasis.ts';
import { LightReading } from './light-reading.ts';

const SIGNS = /[*_+^~?{}[\]|\\-]/g;
const MACRO = /\{(?:[*_+^~?-]{1,2}|[a-z]{1,30}(?::[^{}\n]{0,200})?)\}/y;
const MENTION = /\[(~[^\]|\n]{1,200})\]/y;
const MENTIONS = /\[~(?:accountid:)?([^\]|\n]{1,200})\]/g;
const TARGET = /\|[^\]|\n[]{1,2000}(?:\|[^\]|\n[]{0,200})?(?=\])/y;
const TARGETS = /\[[^\]|\n[]{0,500}\|([^\]|\n[]{1,2000})(?:\|[^\]|\n[]{0,200})?\]/g;
const BLOCKS = /\{(?:code|noformat)[^{}\n]{0,200}\}([^]*?)\{(?:code|noformat)\}/g;
const EMPHASIS = ['\\*', '_', '\\+', '\\^', '~', '\\-']
  .map(
    (sign) =>
      `(?<![\\p{L}\\p{Nd}${sign}])[${sign}](?![\\s${sign}])(?<inner>[^${sign}\\n]{1,500})(?<!\\s)[${sign}](?![\\p{L}\\p{Nd}${sign}])`,
  )
  .concat('\\{\\{(?<inner>[^\\{\\}\\n]{1,500})\\}\\}', '\\?\\?(?<inner>[^?\\n]{1,500})\\?\\?')
  .map((pattern) => new RegExp(pattern, 'gu'));

/**
 * Reads Jira's wiki markup as a reader sees it: `*Ja*ne` and `{*}Ja{*}ne` as one word, the addresses of links after the text.
 * A mention `[~jdoe]` goes as a whole. https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
 */
export function readWiki(text: string, glyphs: GlyphTaker): FormRead {
  const reading = new LightReading(text, glyphs);
  reading.read(SIGNS, (at) => passSign(reading, at));
  return { places: () => placesIn(text), write: inWiki };
}

function passSign(reading: LightReading, at: number): number {
  switch (reading.text.charAt(at)) {
    case '\\':
      return reading.passBackslash(at);
    case '{':
    case '}':
      return at + Math.max(1, matchAt(MACRO, reading.text, at).length);
    case '[':
      return passMention(reading, at);
    case ']':
      return at + 1;
    case '|':
      return passTarget(reading, at);
    case '*':
      return reading.passRun(at, true);
    default:
      return reading.passRun(at, false);
  }
}

function passMention({ text, aside }: LightReading, at: number): number {
  const mention = matchAt(MENTION, text, at);
  if (mention === '') return at + 1;
  aside.push({ start: at + 1, end: at + mention.length - 1 });
  return at + mention.length;
}

/** The address of a link after its words; else the edge of a cell. */
function passTarget(reading: LightReading, at: number): number {
  const target = matchAt(TARGET, reading.text, at);
  if (target === '') return reading.passCell(at);
  reading.aside.push({ start: at + 1, end: at + target.length });
  return at + target.length;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Signs that would begin markup. */
function inWiki(text: string): string {
  return text.replace(/[\\{}[\]|*_+^~?!-]/g, (sign) => `\\${sign}`);
}

function placesIn(text: string): readonly Place[] {
  return inOrder(
    writtenBy(asItIs, rangesOf(text, BLOCKS)),
    mentionPlaces(text),
    writtenBy(inAddress, rangesOf(text, TARGETS)),
    addressPlaces(text),
    emphasisPlaces(text, EMPHASIS, inWiki),
  );
}

function mentionPlaces(text: string): readonly Place[] {
  return Array.from(text.matchAll(MENTIONS), ({ 0: all, 1: name = '', index }) => {
    const end = index + all.length;
    const whole = { start: index, end, goes: 'touched', write: inWiki } as const;
    return { start: end - 1 - name.length, end: end - 1, write: inWiki, whole };
  });
}
