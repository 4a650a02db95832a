import { useEffect, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Waiting } from './frame/trouble.tsx';
import { loadWords } from './words/load-words.ts';
import { WordsContext } from './words/words-context.ts';
import type { Words } from './words/words.ts';

/** A page in the language of whoever looks at it: nothing of it is drawn before the words are there. */
export function Speaking({ children }: { readonly children: ReactNode }): ReactElement {
  const [words, set] = useState<Words>();
  useEffect(() => {
    void loadWords().then(set);
  }, []);
  if (words === undefined) return <Waiting />;
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}
