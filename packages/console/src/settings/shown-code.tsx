import { Alert, Code, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { CopyButton } from '../parts/copy-button.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { PasswordCode } from './use-operators.ts';

/** A code, shown this once, as a link that carries it where no server sees it. */
export function ShownCode({ code: { code, expiresAt } }: { readonly code: PasswordCode }): ReactElement {
  const { t, moment } = useWords('settings');
  const link = `${location.origin}/sign-in/code#code=${code}`;
  return (
    <Alert color="water" variant="light" role="status" title={t('code.title')}>
      <Text size="sm" mb="xs">
        {t('code.says', { time: moment(expiresAt) })}
      </Text>
      <Group gap="sm">
        <Code className="words">{link}</Code>
        <CopyButton value={link} copy={t('code.copy')} copied={t('code.copied')} />
      </Group>
    </Alert>
  );
}
