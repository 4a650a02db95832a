import { Alert } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';
import type { Run } from './actions.ts';

/** What a run waits for before it begins, where it waits for something. */
export function Waits({ waits }: { readonly waits: Run['waits'] }): ReactElement | null {
  const { t, moment } = useWords('run');
  if (waits === undefined) return null;
  const time = waits.until === undefined ? '' : moment(waits.until);
  return (
    <Alert color="blue" variant="light" icon={<IconHourglass aria-hidden />}>
      {t(`waits.${waits.for}`, { time })}
    </Alert>
  );
}
