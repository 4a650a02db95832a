import { Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Loading } from '../parts/loading.tsx';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { Fold } from '../spots/fold.tsx';
import { Section } from '../spots/section.tsx';
import { useWords } from '../words/words-provider.tsx';
import { RequestCard } from './request-card.tsx';
import { useApprovals } from './use-approvals.ts';
import { waitingIn } from './waiting.ts';
import type { Approval } from './waiting.ts';

/** What waits for a second person or for its time, and what was decided. */
export function ApprovalsPage(): ReactElement {
  const { t } = useWords('approvals');
  return (
    <NeedsRight right="preview">
      <Page title={t('title')} lead={t('lead')}>
        <Waiting />
      </Page>
    </NeedsRight>
  );
}

function Waiting(): ReactElement {
  const { t } = useWords('approvals');
  const { data, error, isPending, refetch } = useApprovals();
  if (isPending) return <Loading />;
  if (data === undefined) return <Problem error={error} again={() => void refetch()} />;
  const { second, time, past } = waitingIn(data.approvals);
  return (
    <>
      <Section title={t('second.title')}>
        <Requests requests={second} none={t('second.none')} />
      </Section>
      <Section title={t('time.title')}>
        <Requests requests={time} none={t('time.none')} />
      </Section>
      {past.length === 0 ? null : (
        <Fold title={t('past.title')}>
          {() => (
            <div className="panel">
              <Requests requests={past} none={t('past.none')} />
            </div>
          )}
        </Fold>
      )}
    </>
  );
}

function Requests(props: { readonly requests: readonly Approval[]; readonly none: string }): ReactElement {
  const { requests, none } = props;
  if (requests.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <Stack gap={0} component="ul" className="plain-list">
      {requests.map((request) => (
        <li key={request.id} className="item request">
          <RequestCard request={request} />
        </li>
      ))}
    </Stack>
  );
}
