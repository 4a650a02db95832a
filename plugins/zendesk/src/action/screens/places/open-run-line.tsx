import type { RunRecord } from '@lethe/core';
import { Button } from '@zendeskgarden/react-buttons';
import { Alert } from '@zendeskgarden/react-notifications';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { shownId } from '../../view/person-view.ts';
import { useWords } from '../../words/words-context.ts';
import { Stack, Text } from '../frame/layout.ts';

/** A run that has not ended, to be looked at and gone on with. */
export function OpenRunLine({ run, onShow }: { readonly run: RunRecord; readonly onShow: () => void }): ReactElement {
  const { t, moment } = useWords();
  const id = useId();
  const person = shownId(run.plan.person);
  return (
    <Alert type={run.state === 'running' ? 'info' : 'warning'} role="note">
      <Alert.Title id={id}>
        {t(run.state === 'running' ? 'runs.stateRunning' : 'runs.stateStopped', { person })}
      </Alert.Title>
      <Stack $gap={8}>
        <Text>{t('runs.since', { time: moment(run.startedAt) })}</Text>
        <div>
          <Button size="small" onClick={onShow} aria-describedby={id}>
            {t('runs.show')}
          </Button>
        </div>
      </Stack>
    </Alert>
  );
}
