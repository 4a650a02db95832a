import { Button } from '@mantine/core';
import { IconUserSearch } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { Loading } from '../parts/loading.tsx';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { useWords } from '../words/words-provider.tsx';
import { KillSwitchPanel } from './kill-switch-panel.tsx';
import { Lately } from './lately.tsx';

/** Charts weigh more than the rest of the page: it is there before they are. */
const Charts = lazy(async () => ({ default: (await import('./charts.tsx')).Charts }));

/** What waits, what runs, what ended, in figures and by name; and the switch that stops everything. */
export function OverviewPage(): ReactElement {
  const { t } = useWords('overview');
  const start = (
    <Button component={Link} href="/people" leftSection={<IconUserSearch size={18} aria-hidden />}>
      {t('start')}
    </Button>
  );
  return (
    <NeedsRight right="preview">
      <Page title={t('title')} actions={start}>
        <Lately />
        <Suspense fallback={<Loading />}>
          <Charts />
        </Suspense>
        <KillSwitchPanel />
      </Page>
    </NeedsRight>
  );
}
