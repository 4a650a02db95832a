import { HostError, StoreError } from '@lethe/core';
import { Button } from '@zendeskgarden/react-buttons';
import { Alert } from '@zendeskgarden/react-notifications';
import type { ReactElement } from 'react';
import type { Words } from '../../words/words.ts';
import { useWords } from '../../words/words-context.ts';
import { Stack, Text } from '../frame/layout.ts';

/** Something could not be read; it can be tried again. */
export function TroubleAlert(props: { readonly error: unknown; readonly onAgain: () => void }): ReactElement {
  const words = useWords();
  const [says, remedy] = troubleIn(words, props.error);
  return (
    <Alert type="error">
      <Alert.Title>{says}</Alert.Title>
      <Stack $gap={8}>
        <Text>{remedy}</Text>
        <div>
          <Button size="small" onClick={props.onAgain}>
            {words.t('trouble.again')}
          </Button>
        </div>
      </Stack>
    </Alert>
  );
}

/** What is wrong and what to do: what the browser's store says itself, else by the code of the failure. */
function troubleIn({ t, said }: Words, error: unknown): readonly [says: string, remedy: string] {
  if (error instanceof StoreError) return [said(error.says), said(error.remedy)];
  const code = error instanceof HostError ? error.code : 'fault';
  return [t(`trouble.code.${code}`), t(`trouble.remedy.${code}`)];
}
