import { Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Loading } from '../parts/loading.tsx';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { Fold } from '../spots/fold.tsx';
import { Section } from '../spots/section.tsx';
import { useWords } from '../words/words-provider.tsx';
import { Looks } from './looks.tsx';
import { ReturnCard } from './return-card.tsx';
import { useReturns } from './use-watch.ts';
import type { Returned } from './use-watch.ts';

/** Erased people who are in a host again: for somebody to decide. */
export function WatchPage(): ReactElement {
  const { t } = useWords('watch');
  return (
    <NeedsRight right="preview">
      <Page title={t('title')} lead={t('lead')}>
        <Returns />
        <Looks />
      </Page>
    </NeedsRight>
  );
}

function Returns(): ReactElement {
  const { t } = useWords('watch');
  const { data, error, isPending, refetch } = useReturns();
  if (isPending) return <Loading />;
  if (data === undefined) return <Problem error={error} again={() => void refetch()} />;
  const open = data.returns.filter(({ state }) => state === 'open');
  const past = data.returns.filter(({ state }) => state !== 'open');
  return (
    <>
      <Section title={t('open.title')}>
        {open.length === 0 ? <Text c="dimmed">{t('open.none')}</Text> : <List returns={open} />}
      </Section>
      {past.length === 0 ? null : (
        <Fold title={t('past.title')}>
          {() => (
            <div className="panel">
              <List returns={past} />
            </div>
          )}
        </Fold>
      )}
    </>
  );
}

function List({ returns }: { readonly returns: readonly Returned[] }): ReactElement {
  return (
    <Stack gap={0} component="ul" className="plain-list">
      {returns.map((returned) => (
        <li key={returned.id} className="item">
          <ReturnCard returned={returned} />
        </li>
      ))}
    </Stack>
  );
}
