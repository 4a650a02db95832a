import { spellingsOf } from '../reading/readings.ts';
import { WORD } from '../reading/kinds.ts';
import type { Glyphs } from '../reading/glyphs.ts';

/** A postal address as words to look for: those of house and street, which must stand together, and those of the place. */
export interface PostalAddress {
  /** House and street, as it was filed and with the house number at the other end. */
  readonly houses: readonly (readonly string[])[];
  readonly places: ReadonlySet<string>;
  readonly words: number;
}

/** Words that addresses shorten; each row has one meaning. */
const SHORT_FORMS = [
  'street st str',
  'road rd',
  'avenue ave av avenida avda',
  'boulevard blvd bd',
  'lane ln',
  'drive dr',
  'court ct',
  'square sq',
  'place pl platz plaza pza',
  'terrace ter terr',
  'highway hwy',
  'parkway pkwy',
  'apartment apt appt',
  'suite ste',
  'floor fl',
  'number no nr num',
  'north n',
  'south s',
  'east e',
  'west w',
  'rue r',
  'calle c',
];
const SAME = new Map(
  SHORT_FORMS.flatMap((row) => {
    const [full = '', ...short] = row.split(' ');
    return [full, ...short].map((word) => [word, full] as const);
  }),
);
/** What says where in a house or which box, not which house. */
const INNER = new Set('apartment suite floor number unit flat box po h'.split(' '));
const LONGEST_WORD = 40;

/** A word of an address as it is compared: "St." as "street", `hauptstrasse` as `hauptstr`. */
export function canonicalWord(word: string): string {
  return SAME.get(word) ?? word.replace(/stra(?:ss|ß)e$/, 'str');
}

/** The ways to write a word that is compared as this one: its short forms too, and of a longer word its beginning. */
export function writingsOf(canonical: string): readonly string[] {
  const known = [...SAME].filter(([, full]) => full === canonical).map(([word]) => word);
  return known.length > 0 ? known : [canonical];
}

/** The ways to write a word that is compared as this one, each as a whole. */
export function wordsWritten(canonical: string): readonly string[] {
  const known = writingsOf(canonical);
  return canonical.endsWith('str') ? [...known, `${canonical}asse`] : known;
}

/** A postal address taken apart; nothing if it names no single house. */
export function parsePostalAddress(text: string): PostalAddress | undefined {
  const lines = text
    .split(/[,;\n]/)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const streetAt = lines.findIndex((_, at) => namesHouse(lines.slice(0, at + 1).flat()));
  if (streetAt === -1) return undefined;
  const house = lines.slice(0, streetAt + 1).flat();
  const rest = lines.slice(streetAt + 1).flat();
  return { houses: turned(house), places: new Set(rest), words: house.length + rest.length };
}

function namesHouse(words: readonly string[]): boolean {
  return words.some(isNumber) && words.some((word) => /^\p{L}{3,}/u.test(word) && !INNER.has(word) && !SAME.has(word));
}

/** "12 Main Street" is "Main Street 12" elsewhere. */
function turned(house: readonly string[]): readonly (readonly string[])[] {
  const [first = '', ...more] = house;
  const last = house.at(-1) ?? '';
  if (isNumber(first) && !more.some(isNumber)) return [house, [...more, first]];
  const others = house.slice(0, -1);
  return isNumber(last) && !others.some(isNumber) ? [house, [last, ...others]] : [house];
}

function isNumber(word: string): boolean {
  return /^\d/.test(word);
}

function wordsOf(line: string): readonly string[] {
  const glyphs = spellingsOf(line)[0];
  const words: string[] = [];
  for (let at = 0; glyphs !== undefined && at < glyphs.length; at += 1) {
    const word = wordAt(glyphs, at);
    if (word.length > 0) words.push(canonicalWord(word));
    at += word.length;
  }
  return words;
}

/** The letters and digits from here to the next sign. */
export function wordAt(glyphs: Glyphs, from: number): string {
  let word = '';
  for (let at = from; at - from < LONGEST_WORD && glyphs.is(WORD, at); at += 1)
    word += String.fromCodePoint(glyphs.code(at));
  return word;
}
