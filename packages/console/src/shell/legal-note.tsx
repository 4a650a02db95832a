import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { useLinks } from './use-links.ts';

/** That nothing here is legal advice, in the words of the organization if it has some. */
export function LegalNote(): ReactElement {
  const { t } = useWords('settings');
  const { legalNote } = useLinks();
  return (
    <Text size="sm" c="dimmed" className="words" mt="xs">
      {legalNote ?? t('legalNote')}
    </Text>
  );
}
