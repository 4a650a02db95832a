import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link, useParams } from 'wouter';
import { Empty } from '../parts/empty.tsx';
import { Loading } from '../parts/loading.tsx';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { ProblemError } from '../api/problem-error.ts';
import { useHostWords } from '../spots/use-hosts.ts';
import { useWords } from '../words/words-provider.tsx';
import { AccountFacts } from './account-facts.tsx';
import type { FoundPerson } from './identities.ts';
import { StartReview } from './start-review.tsx';
import { useAccount } from './use-people.ts';

/** One account by its id in its host, and the way into its review. */
export function PersonPage(): ReactElement {
  const { host = '', person = '' } = useParams();
  const { t } = useWords('people');
  const { name, link } = useHostWords(host);
  const open =
    link === undefined ? undefined : (
      <Button component="a" href={link} target="_blank" rel="noopener noreferrer" variant="default">
        {t('one.open', { host: name })}
      </Button>
    );
  return (
    <NeedsRight right="preview">
      <Page title={t('one.title', { id: person, host })} lead={t('one.lead')} actions={open}>
        <Account key={`${host} ${person}`} host={host} person={person} />
        <Anchor component={Link} href="/people">
          {t('one.back')}
        </Anchor>
      </Page>
    </NeedsRight>
  );
}

function Account({ host, person }: { readonly host: string; readonly person: string }): ReactElement {
  const { t } = useWords('people');
  const { data, error, isPending, refetch } = useAccount(host, person);
  if (isPending) return <Loading />;
  if (error instanceof ProblemError && error.problem.error === 'not-found') return <Empty says={t('one.gone')} />;
  if (data === undefined) return <Problem error={error} again={() => void refetch()} />;
  return (
    <>
      <Who account={data} />
      <StartReview account={data} onAgain={() => void refetch()} />
    </>
  );
}

/** Who it is. Shown, and nowhere else. */
export function Who({ account }: { readonly account: FoundPerson }): ReactElement {
  const { t } = useWords('people');
  const { name, addresses } = account;
  const masked = addresses.some((address) => address.includes('…'));
  return (
    <div className="panel">
      <Stack gap={6}>
        <Title order={2} className="words">
          {name}
        </Title>
        <Text c="dimmed" className="words">
          {addresses.join(', ')}
        </Text>
        <AccountFacts account={account} />
        {masked ? (
          <Text size="sm" c="dimmed">
            {t('account.masked')}
          </Text>
        ) : null}
      </Stack>
    </div>
  );
}
