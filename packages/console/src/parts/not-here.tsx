import { Anchor } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useWords } from '../words/words-provider.tsx';
import { Empty } from './empty.tsx';
import { Page } from './page.tsx';

/** An address where there is nothing. */
export function NotHere(): ReactElement {
  const { t } = useWords('shell');
  return (
    <Page title={t('nothing.title')}>
      <Empty says={t('nothing.says')}>
        <Anchor component={Link} href="/">
          {t('nothing.home')}
        </Anchor>
      </Empty>
    </Page>
  );
}
