import { NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Loading } from '../parts/loading.tsx';
import { More } from '../parts/more.tsx';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { useWords } from '../words/words-provider.tsx';
import { EntryTable } from './entry-table.tsx';
import { groupOf, ledgerGroups } from './groups.ts';
import type { LedgerGroup } from './groups.ts';
import { useLedger } from './use-ledger.ts';
import { Verify } from './verify.tsx';

/** What was done, by whom and when; and whether the chain of it is whole. */
export function LedgerPage(): ReactElement {
  const { t } = useWords('ledger');
  return (
    <NeedsRight right="read-ledger">
      <Page title={t('title')} lead={t('lead')}>
        <Verify />
        <Entries />
      </Page>
    </NeedsRight>
  );
}

function Entries(): ReactElement {
  const [group, choose] = useState<LedgerGroup>('all');
  const list = useLedger();
  const { data, error, isPending, refetch } = list;
  if (isPending) return <Loading />;
  if (data === undefined) return <Problem error={error} again={() => void refetch()} />;
  const entries = data.pages
    .flatMap((page) => page.entries)
    .filter((entry) => group === 'all' || groupOf(entry) === group);
  return (
    <Stack>
      <Filter group={group} onChoose={choose} />
      <div className="panel">
        <EntryTable entries={entries} />
      </div>
      <More list={list} />
    </Stack>
  );
}

function Filter(props: { readonly group: LedgerGroup; readonly onChoose: (group: LedgerGroup) => void }): ReactElement {
  const { group, onChoose } = props;
  const { t } = useWords('ledger');
  return (
    <NativeSelect
      className="no-print"
      label={t('filter.group')}
      maw="18rem"
      value={group}
      onChange={(event) => onChoose(ledgerGroups.find((one) => one === event.currentTarget.value) ?? 'all')}
      data={ledgerGroups.map((value) => ({ value, label: t(`filter.${value}`) }))}
    />
  );
}
