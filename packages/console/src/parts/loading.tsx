import { Center, Loader } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';

/** Something is on its way. */
export function Loading(): ReactElement {
  const { t } = useWords('shell');
  return (
    <Center py="xl" role="status" aria-label={t('loading')}>
      <Loader type="dots" />
    </Center>
  );
}
