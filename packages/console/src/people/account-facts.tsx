import { Badge, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useHostWords } from '../spots/use-hosts.ts';
import { useWords } from '../words/words-provider.tsx';
import type { FoundPerson } from './identities.ts';

/** What an account is, in a few marks. */
export function AccountFacts({ account }: { readonly account: FoundPerson }): ReactElement {
  const { t, day, number } = useWords('people');
  const terms = useWords('terms');
  const { word } = useHostWords(account.host);
  const { kind, active, lastActivity, dossiers, masteredBy, sharedMailbox } = account;
  return (
    <>
      <Group gap={6}>
        <Badge
          className="badge"
          variant="light"
          color={kind === 'end-user' || kind === 'candidate' ? 'teal' : 'orange'}
        >
          {terms.t(`person.${kind}`)}
        </Badge>
        <Badge className="badge" variant="light" color={active ? 'blue' : 'gray'}>
          {t(active ? 'account.active' : 'account.inactive')}
        </Badge>
        {dossiers === undefined ? null : <Text size="sm" c="dimmed">{`${word('dossier')}: ${number(dossiers)}`}</Text>}
        {lastActivity === undefined ? null : (
          <Text size="sm" c="dimmed">
            {t('account.last', { day: day(lastActivity) })}
          </Text>
        )}
      </Group>
      {masteredBy === undefined ? null : <Text size="sm">{t('account.mastered', { master: masteredBy })}</Text>}
      {sharedMailbox ? <Text size="sm">{t('account.shared')}</Text> : null}
    </>
  );
}
