import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { AccountRow } from './account-row.tsx';
import { keyOf } from './identities.ts';
import type { Identity } from './identities.ts';

/** One person, with the account in every host. */
export function IdentityCard({ identity }: { readonly identity: Identity }): ReactElement {
  const { t } = useWords('people');
  const { accounts } = identity;
  const names = [...new Set(accounts.map(({ name }) => name))];
  const addresses = [...new Set(accounts.flatMap((account) => account.addresses))];
  return (
    <article className="panel">
      <Group justify="space-between" align="baseline" gap="xs" mb="sm">
        <Title order={3} className="words">
          {names.join(' · ')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('result.accounts', { count: accounts.length })}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" className="words" mb="md">
        {addresses.join(', ')}
      </Text>
      <Stack gap={0} component="ul" className="plain-list">
        {accounts.map((account) => (
          <AccountRow key={keyOf(account)} account={account} />
        ))}
      </Stack>
    </article>
  );
}
