import { HostError } from '@lethe/core';
import { Button } from '@zendeskgarden/react-buttons';
import { Alert } from '@zendeskgarden/react-notifications';
import type { ReactElement } from 'react';
import { useWords } from '../../words/words-context.ts';
import { Stack, Text } from '../frame/layout.ts';

/** Something could not be read; it can be tried again. */
export function TroubleAlert({
  error,
  onAgain,
}: {
  readonly error: unknown;
  readonly onAgain: () => void;
}): ReactElement {
  const { t } = useWords();
  const code = error instanceof HostError ? error.code : 'fault';
  return (
    <Alert type="error" role="alert">
      <Alert.Title>{t(`trouble.code.${code}`)}</Alert.Title>
      <Stack $gap={8}>
        <Text>{t(`trouble.remedy.${code}`)}</Text>
        <div>
          <Button size="small" onClick={onAgain}>
            {t('trouble.again')}
          </Button>
        </div>
      </Stack>
    </Alert>
  );
}
