import { Button, Group, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactElement, ReactNode } from 'react';
import { Problem } from '../parts/problem.tsx';
import { useWho } from '../spots/use-who.ts';
import { useWords } from '../words/words-provider.tsx';
import { useChange } from './use-document.ts';
import type { Name, SettingsDocument } from './use-document.ts';

/** A form that writes a settings document: its fields, who changed it last, and the button. */
export function Saving(props: {
  readonly name: Name;
  readonly document: SettingsDocument;
  /** What would be written now. */
  readonly written: () => Readonly<Record<string, unknown>>;
  readonly children: ReactNode;
}): ReactElement {
  const { name, document, written, children } = props;
  const { t } = useWords('waiting');
  const change = useChange(name);
  const save = (): void => change.mutate({ document: written(), seen: document.version });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save();
  };
  return (
    <Stack component="form" gap="md" onSubmit={submit}>
      {children}
      <Problem error={change.error} again={save} />
      <Group gap="md">
        <Button type="submit" loading={change.isPending}>
          {t('save')}
        </Button>
        <LastChange document={document} />
      </Group>
    </Stack>
  );
}

function LastChange({ document }: { readonly document: SettingsDocument }): ReactElement {
  const { t, moment } = useWords('waiting');
  const who = useWho();
  const { version, changedBy, changedAt } = document;
  const says =
    changedBy === undefined || changedAt === undefined
      ? t('fromFile')
      : t('changed', { version, who: who(changedBy), time: moment(changedAt) });
  return (
    <Text size="sm" c="dimmed" role="status">
      {says}
    </Text>
  );
}
