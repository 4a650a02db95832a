import { Spinner } from '@zendeskgarden/react-loaders';
import type { ReactElement } from 'react';
import { shownId } from '../../view/person-view.ts';
import { useWords } from '../../words/words-context.ts';
import { Row, Stack, Text } from '../frame/layout.ts';
import { ScreenHeading } from '../frame/screen-heading.tsx';

/** Everything is being read; nothing is changed yet. */
export function LookingScreen({ person, found }: { readonly person: string; readonly found: number }): ReactElement {
  const { t } = useWords();
  return (
    <Stack>
      <ScreenHeading>{t('looking.title', { person: shownId(person) })}</ScreenHeading>
      <Text>{t('looking.text')}</Text>
      <Row>
        <Spinner size="24" delayMS={0} aria-hidden="true" />
        <Text as="span" role="status">
          {t('looking.found', { count: found })}
        </Text>
      </Row>
    </Stack>
  );
}
