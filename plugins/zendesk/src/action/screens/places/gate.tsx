import { rightsOf } from '@lethe/core';
import { Spinner } from '@zendeskgarden/react-loaders';
import { useCallback } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { AppDesk } from '../../desk/app-desk.ts';
import { useWords } from '../../words/words-context.ts';
import { Row, Text } from '../frame/layout.ts';
import { Denied } from './denied.tsx';
import { TroubleAlert } from './trouble-alert.tsx';
import { useLoaded } from './use-loaded.ts';

/** Shows what is inside to whoever may anonymize, and to everybody else why they may not. The run itself asks again. */
export function Gate({ desk, children }: { readonly desk: AppDesk; readonly children: ReactNode }): ReactNode {
  const ask = useCallback(async () => rightsOf(await desk.actor(), await desk.permissions()), [desk]);
  const [asked, again] = useLoaded(ask);
  if (asked.at === 'loading') return <Starting />;
  if (asked.at === 'failed') return <TroubleAlert error={asked.error} onAgain={again} />;
  return asked.value.includes('run') ? children : <Denied off={desk.groups.permissions === undefined} />;
}

/** Nothing is there yet. */
export function Starting(): ReactElement {
  const { t } = useWords();
  return (
    <Row>
      <Spinner size="24" delayMS={0} aria-hidden="true" />
      <Text as="span" role="status">
        {t('starting')}
      </Text>
    </Row>
  );
}
