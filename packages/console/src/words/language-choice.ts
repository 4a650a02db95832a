import { languageOf } from './languages.ts';
import type { Language } from './languages.ts';

const KEY = 'lethe-language';

/** Where a choice is kept: the browser's storage, or what a test puts in its place. */
type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** The language chosen here before; else the first one the browser wants that there are texts in; else English. */
export function languageAtFirst(wanted: readonly string[], kept: Kept): Language {
  const candidates = [kept.getItem(KEY) ?? '', ...wanted];
  return candidates.map(languageOf).find((language) => language !== undefined) ?? 'en';
}

/** Keeps the choice for this browser. */
export function chooseLanguage(language: Language, kept: Kept): void {
  kept.setItem(KEY, language);
}
