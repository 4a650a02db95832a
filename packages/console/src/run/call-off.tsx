import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Question } from '../spots/question.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useRunChange } from './use-run.ts';

/** Gives a run up for good, after a question. */
export function CallOff({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords('run');
  const [asking, ask] = useState(false);
  const change = useRunChange(id);
  return (
    <>
      <Button variant="subtle" color="red.9" className="danger-text" onClick={() => ask(true)}>
        {t('callOff')}
      </Button>
      <Question
        opened={asking}
        title={t('callOffAsk')}
        says={t('callOffText')}
        yes={t('callOffYes')}
        no={t('callOffNo')}
        danger
        busy={change.isPending}
        error={change.error}
        onYes={() => change.mutate('call-off', { onSuccess: () => ask(false) })}
        onNo={() => ask(false)}
      />
    </>
  );
}
