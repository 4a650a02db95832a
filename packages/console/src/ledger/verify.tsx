import { Alert, Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { CopyButton } from '../parts/copy-button.tsx';
import { Problem } from '../parts/problem.tsx';
import { Section } from '../spots/section.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useVerify } from './use-ledger.ts';
import type { Verdict } from './use-ledger.ts';

/** Follows the chain from end to end on the server, and shows what that came to. */
export function Verify(): ReactElement {
  const { t } = useWords('ledger');
  const verify = useVerify();
  const [head, type] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    verify.mutate(head.trim());
  };
  return (
    <Section title={t('verify.title')} says={t('verify.text')}>
      <Stack component="form" gap="sm" onSubmit={submit}>
        <TextInput
          label={t('verify.head')}
          value={head}
          maw="40rem"
          onChange={(event) => type(event.currentTarget.value)}
          {...{ autoComplete: 'off', spellCheck: false }}
        />
        <Group>
          <Button type="submit" loading={verify.isPending}>
            {t('verify.button')}
          </Button>
        </Group>
      </Stack>
      <Problem error={verify.error} />
      {verify.data === undefined ? null : <Came verdict={verify.data} />}
    </Section>
  );
}

function Came({ verdict: { ok, entries = 0, head, at = 0, because } }: { readonly verdict: Verdict }): ReactElement {
  const { t } = useWords('ledger');
  if (!ok)
    return (
      <Alert
        color="red"
        variant="light"
        role="alert"
        icon={<IconShieldX aria-hidden />}
        title={t(`verify.bad.${because ?? 'changed'}`, { at })}
      >
        {t('verify.badRemedy')}
      </Alert>
    );
  return (
    <Alert
      color="teal"
      variant="light"
      role="status"
      icon={<IconShieldCheck aria-hidden />}
      title={t('verify.ok', { count: entries })}
    >
      {head === undefined ? null : <Head head={head} />}
    </Alert>
  );
}

function Head({ head }: { readonly head: string }): ReactElement {
  const { t } = useWords('ledger');
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{t('verify.note')}</Text>
      <Code className="words">{head}</Code>
      <CopyButton value={head} copy={t('verify.copy')} copied={t('verify.copied')} />
    </Stack>
  );
}
