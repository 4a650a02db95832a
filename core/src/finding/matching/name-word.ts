import { foldsOf } from '../reading/fold.ts';

/** One word in all its spellings as codes, longest first: `müller` and `mueller`, `o'brien` and `obrien`. */
export type Word = readonly (readonly number[])[];

/** Any one letter with a capital, for a middle name that is not known. */
export const ANY_INITIAL: Word = [];

const APOSTROPHE = 0x27;

/** A word of a name in all its spellings. */
export function wordOf(piece: string): Word {
  const folds = Array.from(piece, (char) => foldsOf(char.codePointAt(0) ?? 0));
  const usual = folds.flatMap((fold) => fold.usual.map(codeOf));
  const speltOut = folds.some((fold) => fold.usual !== fold.speltOut)
    ? folds.flatMap((fold) => fold.speltOut.map(codeOf))
    : usual;
  const all = (speltOut === usual ? [usual] : [usual, speltOut]).flatMap(withoutApostrophes);
  return all.sort((one, other) => other.length - one.length);
}

/** What is compared, of a fold with its kind. */
function codeOf(fold: number): number {
  return fold >> 8;
}

function withoutApostrophes(codes: readonly number[]): readonly (readonly number[])[] {
  return codes.includes(APOSTROPHE) ? [codes, codes.filter((code) => code !== APOSTROPHE)] : [codes];
}
