import { Anchor } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link, useParams } from 'wouter';
import { Loading } from '../parts/loading.tsx';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { useWords } from '../words/words-provider.tsx';
import { Ended } from './ended.tsx';
import { Looking } from './looking.tsx';
import { Reviewed } from './reviewed.tsx';
import { isUnderWay, useInquiry } from './use-review.ts';
import type { Inquiry } from './use-review.ts';

/** A review, wherever it is: read, blocked, or a plan to be confirmed. */
export function ReviewPage(): ReactElement {
  const { id = '' } = useParams();
  return (
    <NeedsRight right="preview">
      <Review key={id} id={id} />
    </NeedsRight>
  );
}

function Review({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords('review');
  const { data: inquiry, error, isPending, refetch } = useInquiry(id);
  if (isPending) return <Loading />;
  if (inquiry === undefined)
    return (
      <Page title={t('trouble.title')}>
        <Problem error={error} again={() => void refetch()} />
        <BackToSearch />
      </Page>
    );
  return <Standing inquiry={inquiry} />;
}

/** The page keeps its heading while the review goes on, so that nobody who listens is interrupted. */
function Standing({ inquiry }: { readonly inquiry: Inquiry }): ReactElement {
  const { t } = useWords('review');
  const { host, person, ending } = inquiry;
  return (
    <Page title={t('title', { person, host })}>
      {isUnderWay(inquiry) ? (
        <Looking inquiry={inquiry} />
      ) : ending?.at === 'reviewed' ? (
        <Reviewed planId={ending.plan} notLookedFor={ending.notLookedFor} />
      ) : (
        <Ended inquiry={inquiry} />
      )}
      <BackToSearch />
    </Page>
  );
}

function BackToSearch(): ReactElement {
  const { t } = useWords('review');
  return (
    <Anchor component={Link} href="/people" className="no-print">
      {t('back')}
    </Anchor>
  );
}
