import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../../words/words-context.ts';
import { Row, Text } from '../frame/layout.ts';
import { Part } from '../frame/part.tsx';

/** Asks once more before a run is given up; the way back has the focus. */
export function CallOffQuestion({
  onYes,
  onNo,
}: {
  readonly onYes: () => void;
  readonly onNo: () => void;
}): ReactElement {
  const { t } = useWords();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    back.current?.focus();
  }, []);
  return (
    <Part title={t('stopped.callOffAsk')}>
      <Text>{t('stopped.callOffText')}</Text>
      <Row>
        <Button ref={back} onClick={onNo}>
          {t('stopped.callOffNo')}
        </Button>
        <Button isDanger isPrimary onClick={onYes}>
          {t('stopped.callOffYes')}
        </Button>
      </Row>
    </Part>
  );
}
