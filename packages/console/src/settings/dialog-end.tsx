import { Button, Group } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';

interface DialogEndProps {
  readonly button: string;
  readonly pending: boolean;
  readonly cancel: () => void;
}

/** The buttons at the end of a form in a dialog: back, and on. */
export function DialogEnd({ button, pending, cancel }: DialogEndProps): ReactElement {
  const { t } = useWords('settings');
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={cancel}>
        {t('cancel')}
      </Button>
      <Button type="submit" loading={pending}>
        {button}
      </Button>
    </Group>
  );
}
