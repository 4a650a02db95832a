import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { Empty } from '../parts/empty.tsx';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { useSession } from '../session/use-session.ts';
import { useHosts } from '../spots/use-hosts.ts';
import { useWords } from '../words/words-provider.tsx';
import { BulkNote } from './bulk-note.tsx';
import { ModeChoice } from './mode-choice.tsx';
import type { Mode } from './mode-choice.tsx';
import { Results } from './results.tsx';
import { SearchForm } from './search-form.tsx';
import { useSearch } from './use-people.ts';

/** Finds people in all hosts. What is typed and what is found stays in memory, and in no address. */
export function PeoplePage(): ReactElement {
  const { t } = useWords('people');
  const hosts = useHosts();
  const none = hosts.data?.hosts.length === 0;
  return (
    <NeedsRight right="preview">
      <Page title={t('title')} lead={t('lead')}>
        <Problem error={hosts.error} again={() => void hosts.refetch()} />
        {none ? <NoHosts /> : <Finding />}
      </Page>
    </NeedsRight>
  );
}

/** Each mode has an input of its own, which is gone when the other one is chosen. */
function Finding(): ReactElement {
  const [mode, choose] = useState<Mode>('some');
  const { search, last } = useSearch();
  return (
    <>
      <div className="panel">
        <ModeChoice mode={mode} onChoose={choose} />
        {mode === 'bulk' ? (
          <BulkNote />
        ) : (
          <SearchForm busy={search.isPending} onSearch={(typed) => search.mutate(typed)} />
        )}
      </div>
      <Problem error={search.error} />
      {mode === 'bulk' || last === undefined ? null : <Results searched={last} isNew={search.isSuccess} />}
    </>
  );
}

function NoHosts(): ReactElement {
  const { t } = useWords('people');
  const { may } = useSession();
  return (
    <Empty says={t('noHosts')}>
      {may('configure') ? (
        <Button component={Link} href="/hosts/new">
          {t('addHost')}
        </Button>
      ) : null}
    </Empty>
  );
}
