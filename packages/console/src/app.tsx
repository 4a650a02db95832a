import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Api } from './api/api.ts';
import { ApiContext } from './api/api-context.ts';
import { queryClientFor } from './api/query-client.ts';
import { Routes } from './routes.tsx';
import { colors } from './theme/colors.ts';
import { theme } from './theme/theme.ts';
import { WordsProvider } from './words/words-provider.tsx';
import type { Speech } from './words/words.ts';

/** What the console is started with. */
export interface AppProps {
  readonly api: Api;
  readonly words: Speech;
  /** Allows the sheets the components write; of this one page. */
  readonly styleNonce: string;
}

/** The whole console. */
export function App({ api, words, styleNonce }: AppProps): ReactElement {
  const [schemes] = useState(() => localStorageColorSchemeManager({ key: 'lethe-scheme' }));
  const [queries] = useState(queryClientFor);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={colors}
      defaultColorScheme="auto"
      colorSchemeManager={schemes}
      getStyleNonce={() => styleNonce}
    >
      <ApiContext.Provider value={api}>
        <QueryClientProvider client={queries}>
          <WordsProvider first={words}>
            <Routes />
          </WordsProvider>
        </QueryClientProvider>
      </ApiContext.Provider>
    </MantineProvider>
  );
}
