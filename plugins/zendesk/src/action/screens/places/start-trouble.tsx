import type { ReactElement } from 'react';
import { useWords } from '../../words/words-context.ts';
import { ScreenTitle, Stack } from '../frame/layout.ts';
import { TroubleAlert } from './trouble-alert.tsx';

/** The app could not be started: the browser keeps nothing, or Zendesk did not answer. */
export function StartTrouble(props: { readonly error: unknown; readonly onAgain: () => void }): ReactElement {
  const { t } = useWords();
  return (
    <Stack>
      <ScreenTitle>{t('trouble.title')}</ScreenTitle>
      <TroubleAlert {...props} />
    </Stack>
  );
}
