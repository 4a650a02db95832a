import { createContext, useContext } from 'react';
import { englishWords } from './load-words.ts';
import type { Words } from './words.ts';

/** The language the screens below speak. */
export const WordsContext = createContext<Words>(englishWords);

/** The words of the screen's language. */
export function useWords(): Words {
  return useContext(WordsContext);
}
