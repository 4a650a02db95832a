import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { Key, Namespace } from './catalogs.ts';
import { chooseLanguage } from './language-choice.ts';
import type { Language } from './languages.ts';
import { wordsIn } from './words.ts';
import type { Speech, Values } from './words.ts';

interface Spoken {
  readonly speech: Speech;
  readonly speak: (language: Language) => void;
}

const WordsContext = createContext<Spoken | undefined>(undefined);

/** Has everything below speak one language, until another one is chosen. */
export function WordsProvider({
  first,
  children,
}: {
  readonly first: Speech;
  readonly children: ReactNode;
}): ReactElement {
  const [speech, setSpeech] = useState(first);
  useEffect(() => {
    document.documentElement.lang = speech.language;
  }, [speech]);
  const speak = useCallback((language: Language) => {
    chooseLanguage(language, localStorage);
    void wordsIn(language).then(setSpeech);
  }, []);
  const spoken = useMemo(() => ({ speech, speak }), [speech, speak]);
  return <WordsContext.Provider value={spoken}>{children}</WordsContext.Provider>;
}

function useSpoken(): Spoken {
  const spoken = useContext(WordsContext);
  if (spoken === undefined) throw new ReferenceError('The console hands its words down.');
  return spoken;
}

/** The texts of a feature: `t('list.title')`, and numbers and times beside. */
export function useWords<N extends Namespace>(
  namespace: N,
): Speech & { readonly t: (key: Key<N>, values?: Values) => string } {
  const { speech } = useSpoken();
  return useMemo(() => ({ ...speech, t: (key, values) => speech.say(namespace, key, values) }), [speech, namespace]);
}

/** The language spoken now, and how to choose another. */
export function useLanguage(): readonly [Language, (language: Language) => void] {
  const { speech, speak } = useSpoken();
  return [speech.language, speak];
}
