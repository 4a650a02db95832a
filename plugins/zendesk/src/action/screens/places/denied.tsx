import { Alert } from '@zendeskgarden/react-notifications';
import type { ReactElement } from 'react';
import { useWords } from '../../words/words-context.ts';
import { Stack } from '../frame/layout.ts';
import { ScreenHeading } from '../frame/screen-heading.tsx';

/** Why somebody may not anonymize: it is off for everybody, or for them. And who can change that where. */
export function Denied({ off }: { readonly off: boolean }): ReactElement {
  const { t } = useWords();
  return (
    <Stack $gap={12}>
      <ScreenHeading>{t('denied.title')}</ScreenHeading>
      <Alert type="info" role="note">
        <Alert.Title>{t(off ? 'denied.off' : 'denied.group')}</Alert.Title>
        {t('denied.remedy')}
      </Alert>
    </Stack>
  );
}
