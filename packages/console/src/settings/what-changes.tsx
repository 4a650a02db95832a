import { Alert, Button, Code, Group, List, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Problem } from '../parts/problem.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { Written } from './read-document.ts';
import { useRulesCheck } from './use-settings-check.ts';
import type { SettingsCheck } from './use-settings-check.ts';

interface WhatChangesProps {
  readonly rules: Written;
  /** The line of a setting, where they are shown as text. */
  readonly lineOf?: (path: string) => number;
}

/** A button that counts what would change, and names what does not fit. */
export function WhatChanges({ rules, lineOf }: WhatChangesProps): ReactElement {
  const { t } = useWords('settings');
  const checking = useRulesCheck();
  const check = (): void => checking.mutate({ ...rules });
  return (
    <Stack gap="sm" align="flex-start">
      <Button variant="default" onClick={check} loading={checking.isPending}>
        {t('check.button')}
      </Button>
      <Problem error={checking.error} again={check} />
      {checking.data === undefined ? null : <Checked found={checking.data} lineOf={lineOf} />}
    </Stack>
  );
}

interface CheckedProps {
  readonly found: SettingsCheck;
  readonly lineOf: WhatChangesProps['lineOf'] | undefined;
}

function Checked({ found: { faults, changes }, lineOf }: CheckedProps): ReactElement {
  const { t } = useWords('settings');
  if (faults.length > 0) {
    return (
      <Alert color="red" variant="light" role="alert" title={t('check.faults', { count: faults.length })}>
        <List size="sm">
          {faults.map(({ at, says }) => (
            <List.Item key={`${at} ${says}`}>
              <Code>{at}</Code> {lineOf === undefined ? null : t('check.line', { line: lineOf(at) })} {says}
            </List.Item>
          ))}
        </List>
      </Alert>
    );
  }
  return (
    <Stack gap="xs" role="status">
      <Text size="sm">{t('check.changes', { count: changes.length })}</Text>
      <Group gap="xs">
        {changes.map((path) => (
          <Code key={path}>{path}</Code>
        ))}
      </Group>
    </Stack>
  );
}
