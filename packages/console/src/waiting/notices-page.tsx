import { Alert, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { useSession } from '../session/use-session.ts';
import { Section } from '../spots/section.tsx';
import { useWords } from '../words/words-provider.tsx';
import { NoticesForm } from './notices-form.tsx';
import { useCounts, usePreferences } from './use-notices.ts';

/** What one is told about by mail; for those who configure, how many mails there were. */
export function NoticesPage(): ReactElement {
  const { t } = useWords('notices');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Own />
      <Counts />
    </Page>
  );
}

function Own(): ReactElement {
  const { t } = useWords('notices');
  const { data, error, isPending, refetch } = usePreferences();
  if (isPending) return <Loading />;
  if (data === undefined) return <Problem error={error} again={() => void refetch()} />;
  return (
    <>
      {data.mails ? null : (
        <Alert color="blue" variant="light">
          {t('none')}
        </Alert>
      )}
      <NoticesForm known={data} />
    </>
  );
}

function Counts(): ReactElement | null {
  const { t } = useWords('notices');
  const { may } = useSession();
  const { data } = useCounts(may('configure'));
  if (data === undefined) return null;
  return (
    <Section title={t('counts.title')}>
      <Text>{t('counts.says', { ...data })}</Text>
    </Section>
  );
}
