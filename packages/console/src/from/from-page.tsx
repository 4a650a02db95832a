import { Anchor } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { Empty } from '../parts/empty.tsx';
import { Loading } from '../parts/loading.tsx';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { useWords } from '../words/words-provider.tsx';
import { OnePage } from './one-page.tsx';
import { PageTable } from './page-table.tsx';
import { useAddresses, usePages } from './use-pages.ts';

/** Where the browser extension leads: the people whose pages were looked at in a host. */
export function FromPage(): ReactElement {
  const { t } = useWords('from');
  return (
    <NeedsRight right="preview">
      <Page title={t('title')} lead={t('lead')}>
        <Shown />
        <Anchor component={Link} href="/people">
          {t('search')}
        </Anchor>
      </Page>
    </NeedsRight>
  );
}

function Shown(): ReactElement {
  const { t } = useWords('from');
  const pages = usePages(useAddresses());
  const [only, another] = pages;
  if (only === undefined) return <Empty says={t('nothing')} />;
  if (another !== undefined) return <PageTable pages={pages} />;
  if (only.isPending) return <Loading />;
  if (only.error !== null) return <Problem error={only.error} />;
  return only.found === undefined ? <Empty says={t('nobody')} /> : <OnePage key={only.address} found={only.found} />;
}
