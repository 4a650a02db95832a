import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { Problem } from '../parts/problem.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useRemoveHost } from './use-hosts.ts';

/** Takes a host away, once its name was typed. */
export function Removal({ name }: { readonly name: string }): ReactElement {
  const { t } = useWords('hosts');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button color="red.9" variant="outline" onClick={open}>
        {t('remove.button')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('remove.title', { name })}
        closeButtonProps={{ 'aria-label': t('remove.keep') }}
      >
        <Confirmation name={name} close={close} />
      </Modal>
    </>
  );
}

function Confirmation({ name, close }: { readonly name: string; readonly close: () => void }): ReactElement {
  const { t } = useWords('hosts');
  const [, go] = useLocation();
  const [typed, setTyped] = useState('');
  const removing = useRemoveHost(name, () => go('/hosts'));
  return (
    <Stack gap="md">
      <Text size="sm">{t('remove.says')}</Text>
      <TextInput
        label={t('remove.type', { name })}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        data-autofocus
      />
      <Problem error={removing.error} again={() => removing.mutate()} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('remove.keep')}
        </Button>
        <Button color="red.9" disabled={typed !== name} loading={removing.isPending} onClick={() => removing.mutate()}>
          {t('remove.button')}
        </Button>
      </Group>
    </Stack>
  );
}
