import { spellingsOf } from '../reading/readings.ts';

/** One word in all its spellings as codes, longest first: `müller` and `mueller`, `o'brien` and `obrien`. */
export type Word = readonly (readonly number[])[];

/** Any one letter with a capital, for a middle name that is not known. */
export const ANY_INITIAL: Word = [];

const APOSTROPHE = 0x27;

/** A word of a name in all its spellings. */
export function wordOf(piece: string): Word {
  const spellings = spellingsOf(piece).map((glyphs) =>
    Array.from({ length: glyphs.length }, (_, at) => glyphs.code(at)),
  );
  const all = spellings.flatMap((codes) => [codes, codes.filter((code) => code !== APOSTROPHE)]);
  return all.sort((one, other) => other.length - one.length);
}

/** A word of a name by its first letter. */
export function initialOf(piece: string): Word {
  return wordOf(Array.from(piece)[0] ?? '').slice(0, 1);
}
