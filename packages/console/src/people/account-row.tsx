import { Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { Problem } from '../parts/problem.tsx';
import { useHostWords } from '../spots/use-hosts.ts';
import { useSaid } from '../spots/use-said.ts';
import { useWords } from '../words/words-provider.tsx';
import { AccountFacts } from './account-facts.tsx';
import type { FoundPerson } from './identities.ts';
import { useAccount, useReview } from './use-people.ts';

/** An account in a list: what it is, what stands in its way, and the way on. */
export function AccountRow({ account }: { readonly account: FoundPerson }): ReactElement {
  const { t } = useWords('people');
  const { host, id } = account;
  const { name } = useHostWords(host);
  const product = name === host ? host : `${host} (${name})`;
  return (
    <li className="account-row">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} miw={0} flex="1 1 16rem">
          <Anchor component={Link} href={placeOf(account)} fw={600} className="words">
            {t('account.in', { host: product, id })}
          </Anchor>
          <AccountFacts account={account} />
          <Standing account={account} />
        </Stack>
        <ReviewButton account={account} />
      </Group>
    </li>
  );
}

function placeOf({ host, id }: FoundPerson): string {
  return `/people/${host}/${encodeURIComponent(id)}`;
}

/** What stands in the way, in a line; the page of the account says more. */
function Standing({ account: { host, id } }: { readonly account: FoundPerson }): ReactElement | null {
  const { t } = useWords('people');
  const said = useSaid();
  const { data, isPending, error } = useAccount(host, id);
  if (isPending) return <Skeleton height={16} width={180} role="status" aria-label={t('account.checking')} />;
  if (data === undefined) return <Problem error={error} />;
  if (data.obstacles.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('account.free')}
      </Text>
    );
  return (
    <ul className="plain-list obstacle-lines">
      {data.obstacles.map(({ says }, index) => (
        <li key={index}>{said(says)}</li>
      ))}
    </ul>
  );
}

/** Straight to the review where nothing stands in the way, else to what does. */
function ReviewButton({ account }: { readonly account: FoundPerson }): ReactElement {
  const { t } = useWords('people');
  const { host, id: person } = account;
  const { data } = useAccount(host, person);
  const review = useReview();
  const name = t('account.reviewOf', { id: person, host });
  if (data === undefined || data.obstacles.length > 0)
    return (
      <Button component={Link} href={placeOf(account)} variant="default" aria-label={name}>
        {t('account.review')}
      </Button>
    );
  return (
    <Stack gap="xs" align="flex-end">
      <Button loading={review.isPending} onClick={() => review.mutate({ host, person })} aria-label={name}>
        {t('account.review')}
      </Button>
      <Problem error={review.error} />
    </Stack>
  );
}
