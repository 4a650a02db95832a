import { StoreError } from '@lethe/core';
import { Button } from '@zendeskgarden/react-buttons';
import { Alert } from '@zendeskgarden/react-notifications';
import type { ReactElement } from 'react';
import { useWords } from '../../words/words-context.ts';
import { Row, ScreenTitle, Stack } from '../frame/layout.ts';
import { TroubleAlert } from './trouble-alert.tsx';

/** The app could not be started: the browser keeps nothing, or Zendesk did not answer. */
export function StartTrouble(props: { readonly error: unknown; readonly onAgain: () => void }): ReactElement {
  const { error, onAgain } = props;
  const { t, said } = useWords();
  return (
    <Stack>
      <ScreenTitle>{t('trouble.title')}</ScreenTitle>
      {error instanceof StoreError ? (
        <>
          <Alert type="error">
            <Alert.Title>{said(error.says)}</Alert.Title>
            {said(error.remedy)}
          </Alert>
          <Row>
            <Button onClick={onAgain}>{t('trouble.again')}</Button>
          </Row>
        </>
      ) : (
        <TroubleAlert error={error} onAgain={onAgain} />
      )}
    </Stack>
  );
}
