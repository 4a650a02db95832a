import { Inline, Spinner, Stack, Text } from '@forge/react';
import type { ReactElement } from 'react';
import type { ReviewState } from '../../forge/protocol.ts';
import { Page } from '../frame/part.tsx';
import { useWords } from '../words/words-context.ts';

/** Everything is being read; nothing is changed yet. */
export function LookingScreen({
  looking,
}: {
  readonly looking: Extract<ReviewState, { readonly at: 'looking' }>;
}): ReactElement {
  const { t, clock } = useWords();
  const { found, waitingUntil } = looking;
  return (
    <Page title={t('looking.title')}>
      <Text>{t('looking.text')}</Text>
      <Inline space="space.100" alignBlock="center">
        <Spinner size="small" label={t('looking.title')} />
        <Text>{t('looking.found', { count: found })}</Text>
      </Inline>
      <Stack space="space.050">
        {waitingUntil !== undefined && <Text>{t('running.queuedUntil', { time: clock(waitingUntil) })}</Text>}
        <Text color="color.text.subtle">{t('looking.close')}</Text>
      </Stack>
    </Page>
  );
}
