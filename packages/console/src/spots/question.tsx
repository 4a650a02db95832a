import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Problem } from '../parts/problem.tsx';

interface QuestionProps {
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
}

/** Asks before something is done. The way back has the focus; what is done is never a key away. */
export function Question(props: QuestionProps): ReactElement {
  const { opened, title, says, error, onYes, onNo } = props;
  // Without Mantine's own header, which would be a second banner of the page to whoever hears it, and without the style it locks scrolling by.
  return (
    <Modal.Root opened={opened} onClose={onNo} centered lockScroll={false}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <Stack>
            <Modal.Title>{title}</Modal.Title>
            <Text>{says}</Text>
            <Problem error={error} again={onYes} />
            <Answers {...props} />
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Answers({ yes, no, danger, busy, onYes, onNo }: QuestionProps): ReactElement {
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={onNo} data-autofocus>
        {no}
      </Button>
      <Button {...(danger === true ? { color: 'red.9' } : {})} loading={busy === true} onClick={onYes}>
        {yes}
      </Button>
    </Group>
  );
}
