import { wordOf } from './name-word.ts';

/** Words compared as texts are read: in lower case and without diacritics, umlauts both ways. */
export function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  const words = lists.flatMap((list) => list.trim().split(/\s+/));
  return new Set(words.flatMap(foldingsOf));
}

/** A word in the spellings it is compared by. */
export function foldingsOf(word: string): readonly string[] {
  return wordOf(word).map((codes) => String.fromCodePoint(...codes));
}
