import { Anchor, Button, List, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useSession } from '../session/use-session.ts';
import { useWords } from '../words/words-provider.tsx';
import type { Obstacle } from './obstacle.ts';
import { sentenceNames } from './said.ts';
import { useHostWords } from './use-hosts.ts';

interface Account {
  readonly host: string;
  readonly person: string;
}

/** Beside the obstacle that somebody can still sign in: how that is taken away, for those who may anonymize; to others it is no link. */
export function AccessGuide(props: { readonly obstacle: Obstacle; readonly account: Account }): ReactElement | null {
  const { obstacle, account } = props;
  const { t } = useWords('terms');
  const { may } = useSession();
  const [opened, open] = useState(false);
  const { data } = useQuery({
    queryKey: ['sentence-names'],
    queryFn: async () => ({ nameOf: await sentenceNames() }),
    staleTime: Infinity,
    networkMode: 'always',
  });
  if (data?.nameOf(obstacle.says) !== 'blockedAccess') return null;
  if (!may('run')) return <Text size="sm">{`${t('access.link')}. ${t('access.role')}`}</Text>;
  return (
    <>
      <Anchor component="button" type="button" size="sm" onClick={() => open(true)}>
        {t('access.link')}
      </Anchor>
      <Modal
        opened={opened}
        onClose={() => open(false)}
        title={t('access.title')}
        closeButtonProps={{ 'aria-label': t('close') }}
        lockScroll={false}
      >
        <Steps account={account} />
      </Modal>
    </>
  );
}

function Steps({ account: { host, person } }: { readonly account: Account }): ReactElement {
  const { t } = useWords('terms');
  const { name, link } = useHostWords(host);
  return (
    <Stack>
      <List type="ordered" spacing="xs">
        <List.Item>{t('access.open', { host: name })}</List.Item>
        <List.Item>{t('access.take', { person })}</List.Item>
        <List.Item>{t('access.back')}</List.Item>
      </List>
      {link === undefined ? null : (
        <Button component="a" href={link} target="_blank" rel="noopener noreferrer" variant="default">
          {t('access.host', { host: name })}
        </Button>
      )}
    </Stack>
  );
}
