import type { Glyphs } from './reading/glyphs.ts';

/** A reading of a text as strings to search in, with the way back to the source. */
export interface Laid {
  /** What its characters are compared by, one sign each. */
  readonly letters: string;
  /** Its digits, with a blank between those that stand far apart. */
  readonly digits: string;
  /** Where the digits, and those blanks, stand among the letters. */
  readonly digitPlaces: readonly number[];
  /** Where a character begins and ends in the source. */
  start(at: number): number;
  end(at: number): number;
}

/** More than this between two digits parts two numbers. */
const WIDEST_GAP = 4;
/** Stands for characters that take two units, which are in no name that is looked for here. */
const OTHER = '\u{FFFD}';

/** Lays a reading out. */
export function laidOut(glyphs: Glyphs): Laid {
  const signs: string[] = [];
  for (let at = 0; at < glyphs.length; at += 1) signs.push(signOf(glyphs.code(at)));
  const letters = signs.join('');
  return { letters, ...digitsOf(letters), start: (at) => glyphs.start(at), end: (at) => glyphs.end(at) };
}

/** The same without some texts: blanks stand in their place. */
export function masked(laid: Laid, texts: readonly string[]): Laid {
  const letters = texts.reduce((left, text) => left.replaceAll(text, ' '.repeat(text.length)), laid.letters);
  return letters === laid.letters ? laid : { ...laid, letters, ...digitsOf(letters) };
}

function signOf(code: number): string {
  return code > 0xffff ? OTHER : String.fromCharCode(code);
}

function digitsOf(letters: string): Pick<Laid, 'digits' | 'digitPlaces'> {
  const digits: string[] = [];
  const places: number[] = [];
  for (const { 0: digit, index } of letters.matchAll(/\d/g)) {
    if (index - (places.at(-1) ?? index) > WIDEST_GAP + 1) {
      digits.push(' ');
      places.push(index);
    }
    digits.push(digit);
    places.push(index);
  }
  return { digits: digits.join(''), digitPlaces: places };
}
