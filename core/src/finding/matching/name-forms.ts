import type { Entry, Named } from './hit.ts';
import { parseName, type PersonName } from './person-name.ts';
import { spellingsOf } from '../reading/readings.ts';

/** One word in all its spellings as codes, longest first: `müller` and `mueller`, `o'brien` and `obrien`. */
export type Word = readonly (readonly number[])[];

/** One order of words in which a name may stand in a text. */
export interface NameForm extends Named {
  readonly words: readonly Word[];
  /** Given name first; family first with a comma; family first without. */
  readonly order: 'straight' | 'comma' | 'turned';
  /** The word before which the order turns; 0 in a straight one. */
  readonly turn: number;
  /** Whether it says too little to be sure: a first name of three letters. */
  readonly isShort: boolean;
  /** Whether words between the first and the last are left out. */
  readonly isShortened: boolean;
}

const APOSTROPHE = 0x27;
const LONE_NAME_LETTERS = 4;

/** All orders in which a name is looked for, the whole name and, where there is more between, its first and last word. */
export function nameForms({ text, by, entry }: Entry): readonly NameForm[] {
  const name = parseName(text);
  const first = name[0];
  const last = name.at(-1);
  if (first === undefined || last === undefined) return [];
  const outer = name.length > 2 && isLong(first) && isLong(last) ? ordersOf([first, last]) : [];
  const named = { by, entry };
  return [
    ...ordersOf(name).map((form) => ({ ...form, ...named, isShortened: false })),
    ...outer.map((form) => ({ ...form, ...named, isShortened: true })),
  ];
}

function ordersOf(name: PersonName): readonly Omit<NameForm, keyof Named | 'isShortened'>[] {
  const isShort = name.length === 1 && name.flat().join('').length < LONE_NAME_LETTERS;
  const straight = { words: name.flat().map(wordOf), order: 'straight' as const, turn: 0, isShort };
  const turned = name.slice(1).flatMap((_, index) => {
    const family = name.slice(index + 1).flat();
    const words = [...family, ...name.slice(0, index + 1).flat()].map(wordOf);
    return (['comma', 'turned'] as const).map((order) => ({ words, order, turn: family.length, isShort: false }));
  });
  return [straight, ...turned];
}

function isLong(word: readonly string[]): boolean {
  return word.join('').length > 1;
}

function wordOf(piece: string): Word {
  const spellings = spellingsOf(piece).map((glyphs) =>
    Array.from({ length: glyphs.length }, (_, at) => glyphs.code(at)),
  );
  const all = spellings.flatMap((codes) => [codes, codes.filter((code) => code !== APOSTROPHE)]);
  return all.sort((one, other) => other.length - one.length);
}
