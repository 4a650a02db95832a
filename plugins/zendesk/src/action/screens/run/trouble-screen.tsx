import { Button } from '@zendeskgarden/react-buttons';
import { Alert } from '@zendeskgarden/react-notifications';
import type { ReactElement } from 'react';
import type { At } from '../../view/flow-states.ts';
import { useWords } from '../../words/words-context.ts';
import { Row, Stack, Text } from '../frame/layout.ts';
import { ScreenHeading } from '../frame/screen-heading.tsx';

/** What failed outside, or in the app itself, and what to do about it. */
export function TroubleScreen({
  trouble,
  onAgain,
}: {
  readonly trouble: At<'trouble'>;
  readonly onAgain: () => void;
}): ReactElement {
  const { t, said } = useWords();
  const { code, says, remedy } = trouble;
  return (
    <Stack>
      <ScreenHeading>{t('trouble.title')}</ScreenHeading>
      <Alert type="error" role="note">
        <Alert.Title>{t(`trouble.code.${code}`)}</Alert.Title>
        {said(says) === t(`trouble.code.${code}`) ? null : <Text>{said(says)}</Text>}
        <Text>{code === 'fault' ? said(remedy) : t(`trouble.remedy.${code}`)}</Text>
      </Alert>
      <Row>
        <Button isPrimary onClick={onAgain}>
          {t('trouble.again')}
        </Button>
      </Row>
    </Stack>
  );
}
