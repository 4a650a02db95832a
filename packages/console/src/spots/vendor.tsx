import { Anchor, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';

/** The vendor's page about something, if it is one: only addresses of the web become links. */
export function Vendor({ address }: { readonly address: string }): ReactElement | null {
  const { t } = useWords('terms');
  if (!address.startsWith('https://')) return null;
  return (
    <Text size="sm" mt="xs">
      <Anchor href={address} target="_blank" rel="noopener noreferrer">
        {t('source')}
      </Anchor>
    </Text>
  );
}
