import type { Word } from '../matching/name-forms.ts';
import { SOLO, WORD } from '../reading/kinds.ts';
import { foldsOf } from '../reading/fold.ts';
import { hashOf } from './hashing.ts';
import { digraphs } from './unit-tables.ts';
import { IntList } from './int-list.ts';

/** A word of a name as the scanner keeps it. */
export interface PooledWord {
  /** Where it stands in the pool: the number of its spellings, then each with its length before it. */
  readonly at: number;
  /** What a text may hold for it, folded letter by letter: "mueller" also as `muller`, which is what `Müller` folds to. */
  readonly surfaces: readonly string[];
  /** The hash of each of these. */
  readonly hashes: readonly number[];
  /** Whether each of these is one word to a walk. */
  readonly isSimple: boolean;
  /** Whether it stands for any one letter. */
  readonly isAny: boolean;
}

const SIMPLE = /^[a-z\d]+$/;

/** So many pairs of letters are taken for one letter at most; each doubles the ways a word is looked up. */
const MOST_DIGRAPHS = 4;

/** Words of names, each kept once: thousands of people share their given names. */
export class WordPool {
  readonly cells = new IntList();
  readonly #known = new Map<string, PooledWord>();

  /** The word's place. */
  put(word: Word): PooledWord {
    const spellings = [...new Set(word.map((codes) => String.fromCodePoint(...codes)))];
    const key = spellings.join('\n');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const surfaces = surfacesOf(spellings);
    const isSimple = surfaces.every((surface) => wordsIn(surface).length === 1 && !isAlone(surface));
    const hashes = surfaces.map(hashOf);
    const pooled = { at: this.#write(spellings), surfaces, hashes, isSimple, isAny: spellings.length === 0 };
    this.#known.set(key, pooled);
    return pooled;
  }

  #write(spellings: readonly string[]): number {
    const at = this.cells.push(spellings.length);
    for (const spelling of spellings) {
      const codes = codesOf(spelling);
      this.cells.push(codes.length);
      for (const code of codes) this.cells.push(code);
    }
    return at;
  }
}

/** The code points of a text. */
export function codesOf(text: string): readonly number[] {
  return Array.from(text, (one) => one.codePointAt(0) ?? 0);
}

/** All texts that fold to one of these, letter by letter. */
export function surfacesOf(spellings: readonly string[]): readonly string[] {
  return [...new Set(spellings.flatMap((spelling) => surfaces(spelling, MOST_DIGRAPHS)))];
}

function surfaces(text: string, most: number): readonly string[] {
  for (let at = 0; most > 0 && at < text.length - 1; at += 1) {
    if (!digraphs.has(text.slice(at, at + 2))) continue;
    const lead = text.slice(0, at + 1);
    const single = surfaces(text.slice(at + 2), most - 1).map((rest) => lead + rest);
    return [...single, ...surfaces(text.slice(at + 1), most - 1).map((rest) => lead + rest)];
  }
  return [text];
}

function isAlone(word: string): boolean {
  return ((foldsOf(word.codePointAt(0) ?? 0).usual[0] ?? 0) & SOLO) !== 0;
}

/** The words a walk over a text would find in this one: runs of letters and digits, and each sign of scripts without spaces. */
export function wordsIn(text: string): readonly string[] {
  if (SIMPLE.test(text)) return [text];
  const words: string[] = [];
  let open = '';
  for (const char of text) {
    const kind = (foldsOf(char.codePointAt(0) ?? 0).usual[0] ?? 0) & 63;
    if (open !== '' && ((kind & WORD) === 0 || (kind & SOLO) !== 0)) {
      words.push(open);
      open = '';
    }
    if ((kind & SOLO) !== 0) words.push(char);
    else if ((kind & WORD) !== 0) open += char;
  }
  return open === '' ? words : [...words, open];
}
