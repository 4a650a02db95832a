import { Alert, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { useSaid } from '../spots/use-said.ts';
import { useWords } from '../words/words-provider.tsx';
import { keyOf } from './identities.ts';
import { IdentityCard } from './identity-card.tsx';
import type { Searched } from './use-people.ts';

/** Everybody who was found, and what led nowhere. The heading takes the focus when a search has ended. */
export function Results(props: { readonly searched: Searched; readonly isNew: boolean }): ReactElement {
  const { searched, isNew } = props;
  const { findings, repeated } = searched;
  const { t } = useWords('people');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNew) heading.current?.focus();
  }, [searched, isNew]);
  return (
    <Stack component="section" gap="md" aria-label={t('result.title')}>
      <Title order={2} ref={heading} tabIndex={-1} className="result-heading">
        {t('result.found', { count: findings.identities.length })}
      </Title>
      {repeated === 0 ? null : <Text size="sm">{t('result.repeated', { count: repeated })}</Text>}
      {findings.identities.map((identity) => (
        <IdentityCard key={identity.accounts.map(keyOf).join()} identity={identity} />
      ))}
      <Unknown texts={findings.unknown} />
      <Refused refused={findings.refused} />
      <Failed failed={findings.failed} />
    </Stack>
  );
}

function Unknown({ texts }: { readonly texts: readonly string[] }): ReactElement | null {
  const { t } = useWords('people');
  if (texts.length === 0) return null;
  return (
    <div className="panel">
      <Group gap="xs" mb="xs">
        <IconUserQuestion size={20} aria-hidden />
        <Title order={3} size="h5">
          {t('result.noneTitle')}
        </Title>
      </Group>
      <ul className="plain-list">
        {texts.map((text) => (
          <Group key={text} component="li" gap="xs" py={4}>
            <span className="words">{text}</span>
            <Badge className="badge" color="gray" variant="light">
              {t('result.none')}
            </Badge>
          </Group>
        ))}
      </ul>
    </div>
  );
}

function Refused({ refused }: { readonly refused: Searched['findings']['refused'] }): ReactElement | null {
  const { t } = useWords('people');
  const said = useSaid();
  if (refused.length === 0) return null;
  return (
    <Alert color="orange" variant="light" title={t('result.weakTitle')}>
      <ul className="plain-list">
        {refused.map(({ text, because }) => (
          <li key={text} className="words">{`${text}: ${said(because)}`}</li>
        ))}
      </ul>
    </Alert>
  );
}

function Failed({ failed }: { readonly failed: Searched['findings']['failed'] }): ReactElement | null {
  const { t } = useWords('people');
  const said = useSaid();
  if (failed.length === 0) return null;
  return (
    <>
      {failed.map(({ host, says }) => (
        <Alert key={host} color="red" variant="light" role="alert" title={t('result.failed', { host })}>
          {said(says)}
        </Alert>
      ))}
    </>
  );
}
