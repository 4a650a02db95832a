import { endsWord, isBreak } from './boundary.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { SPACE, WORD } from '../reading/kinds.ts';
import { type Entry, groupBy, type Head, type Hit, type Matcher, type Named } from './hit.ts';
import { canonicalWord, parsePostalAddress, type PostalAddress, wordAt, writingsOf } from './postal-address.ts';

/** One order in which house and street may stand. */
interface House extends Named, Pick<PostalAddress, 'places' | 'words'> {
  readonly house: readonly string[];
}

/** How far words were followed, and how many were written out. */
interface Followed {
  readonly to: number;
  readonly words: number;
  readonly isShortened: boolean;
}

const LONGEST_GAP = 4;
const MOST_PLACES = 12;

/** Looks for house and street, in either order and with their words shortened; what follows of the place goes with them. */
export function postalAddressMatcher(entries: readonly Entry[]): Matcher {
  const houses = entries.flatMap(housesOf);
  const byHead = groupBy(houses, ({ house }) => [house[0]?.codePointAt(0) ?? 0]);
  return {
    triggers: new Set(byHead.keys()),
    heads: houses.flatMap(headsOf),
    at: (glyphs, at) => (isBreak(glyphs, at) ? longest(glyphs, at, byHead.get(glyphs.code(at)) ?? []) : undefined),
  };
}

function headsOf({ house: [word = ''] }: House): readonly Head[] {
  return writingsOf(word).map((writing) => ({ codes: Array.from(writing, (char) => char.codePointAt(0) ?? 0) }));
}

function housesOf({ text, by, entry }: Entry): readonly House[] {
  const address = parsePostalAddress(text);
  if (address === undefined) return [];
  const { houses, places, words } = address;
  return houses.map((house) => ({ by, entry, house, places, words }));
}

function longest(glyphs: Glyphs, from: number, houses: readonly House[]): Hit | undefined {
  let found: Hit | undefined;
  for (const { house, places, words, by, entry } of houses) {
    const street = followHouse(glyphs, from, house);
    if (street === undefined) continue;
    const whole = followPlaces(glyphs, street, places);
    const how = whole.isShortened || whole.words < words ? 'abbreviated' : 'as-filed';
    if (found === undefined || whole.to > found.to) found = { from, to: whole.to, by, entry, sure: 'certain', how };
  }
  return found;
}

function followHouse(glyphs: Glyphs, from: number, house: readonly string[]): Followed | undefined {
  let to = from;
  let isShortened = false;
  for (const [index, word] of house.entries()) {
    const start = index === 0 ? from : passGap(glyphs, to);
    const written = start === undefined ? '' : wordAt(glyphs, start);
    if (start === undefined || canonicalWord(written) !== word) return undefined;
    isShortened ||= written !== word;
    to = start + written.length;
  }
  return endsWord(glyphs, to) ? { to: withDot(glyphs, to), words: house.length, isShortened } : undefined;
}

function followPlaces(glyphs: Glyphs, street: Followed, places: ReadonlySet<string>): Followed {
  let { to, words } = street;
  for (let step = 0; step < MOST_PLACES; step += 1) {
    const start = passGap(glyphs, to);
    const written = start === undefined ? '' : wordAt(glyphs, start);
    if (start === undefined || !places.has(canonicalWord(written)) || !endsWord(glyphs, start + written.length)) break;
    to = start + written.length;
    words += 1;
  }
  return { ...street, to, words };
}

/** "12 Main St." with the dot, where the sentence goes on. */
function withDot(glyphs: Glyphs, to: number): number {
  return glyphs.code(to) === 0x2e && glyphs.code(to + 1) === 0x2c ? to + 1 : to;
}

/** Where the next word begins behind spaces, commas, dots, hyphens and one end of a line. */
function passGap(glyphs: Glyphs, start: number): number | undefined {
  let at = start;
  while (at - start < LONGEST_GAP && (glyphs.is(SPACE, at) || '.,-/\n'.includes(charAt(glyphs, at)))) at += 1;
  return at > start && glyphs.is(WORD, at) ? at : undefined;
}

function charAt(glyphs: Glyphs, at: number): string {
  return String.fromCodePoint(glyphs.code(at) || 1);
}
