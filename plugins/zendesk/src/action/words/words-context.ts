import { createContext, useContext } from 'react';
import type { Words } from './words.ts';
import { english } from './catalogs.ts';
import { wordsOf } from './words.ts';

/** The language the screens below speak; English if nobody says. */
export const WordsContext = createContext<Words>(wordsOf('en', english));

/** The words of the screen's language. */
export function useWords(): Words {
  return useContext(WordsContext);
}
