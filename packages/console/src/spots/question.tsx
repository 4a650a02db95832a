import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Problem } from '../parts/problem.tsx';

/** Asks before something is done. The way back has the focus; what is done is never a key away. */
export function Question(props: {
  readonly opened: boolean;
  readonly title: string;
  readonly says: string;
  readonly yes: string;
  readonly no: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly error?: unknown;
  readonly onYes: () => void;
  readonly onNo: () => void;
}): ReactElement {
  const { opened, title, says, yes, no, danger, busy, error, onYes, onNo } = props;
  return (
    <Modal opened={opened} onClose={onNo} title={title} centered closeButtonProps={{ 'aria-label': no }}>
      <Stack>
        <Text>{says}</Text>
        <Problem error={error} again={onYes} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onNo} data-autofocus>
            {no}
          </Button>
          <Button {...(danger === true ? { color: 'red.9' } : {})} loading={busy === true} onClick={onYes}>
            {yes}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
