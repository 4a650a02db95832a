import { Radio, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';

/** Somebody one knows, or everybody of a kind. */
export type Mode = 'some' | 'bulk';

/** Chooses between the two ways to say who is meant. */
export function ModeChoice(props: { readonly mode: Mode; readonly onChoose: (mode: Mode) => void }): ReactElement {
  const { mode, onChoose } = props;
  const { t } = useWords('people');
  return (
    <Radio.Group
      label={t('mode.label')}
      value={mode}
      onChange={(value) => onChoose(value === 'bulk' ? 'bulk' : 'some')}
      mb="md"
    >
      <Stack gap="xs" mt="xs">
        <Radio value="some" label={t('mode.some')} />
        <Radio value="bulk" label={t('mode.bulk')} />
      </Stack>
    </Radio.Group>
  );
}
