import { DEFAULT_THEME, ThemeProvider } from '@zendeskgarden/react-theming';
import type { ReactElement, ReactNode } from 'react';
import type { Words } from '../../words/words.ts';
import { WordsContext } from '../../words/words-context.ts';
import { PageStyle } from './layout.ts';

/** Light or dark, as the agent set it in Zendesk. */
export type Scheme = 'light' | 'dark';

/** Garden's theme, and the language everything inside speaks. */
export function AppFrame(props: {
  readonly scheme: Scheme;
  readonly words: Words;
  readonly children: ReactNode;
}): ReactElement {
  const { scheme, words, children } = props;
  const theme = { ...DEFAULT_THEME, colors: { ...DEFAULT_THEME.colors, base: scheme } };
  return (
    <ThemeProvider theme={theme}>
      <PageStyle />
      <WordsContext.Provider value={words}>{children}</WordsContext.Provider>
    </ThemeProvider>
  );
}
