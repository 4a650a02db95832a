import { Alert, Button, Code, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { CopyButton } from '../parts/copy-button.tsx';
import { Problem } from '../parts/problem.tsx';
import { useSession } from '../session/use-session.ts';
import { Section } from '../spots/section.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useReceipt } from './use-certificate.ts';

/** The secret for the person: made once, and shown as long as this page is open. */
export function Receipt({ run, made }: { readonly run: string; readonly made: boolean }): ReactElement {
  const { t } = useWords('certificate');
  const { may } = useSession();
  const { data, error, isPending, mutate } = useReceipt(run);
  return (
    <Section title={t('receipt.title')} says={t('receipt.text')}>
      <Problem error={error} />
      {data === undefined ? null : <Secret secret={data.secret} />}
      {data === undefined && made ? <Text size="sm">{t('receipt.made')}</Text> : null}
      {data === undefined && !made && may('run') ? (
        <Group className="no-print">
          <Button variant="default" loading={isPending} onClick={() => mutate()}>
            {t('receipt.make')}
          </Button>
        </Group>
      ) : null}
    </Section>
  );
}

function Secret({ secret }: { readonly secret: string }): ReactElement {
  const { t } = useWords('certificate');
  return (
    <Alert color="yellow" variant="light" role="status" title={t('receipt.once')}>
      <Group gap="sm">
        <Code fz="lg">{secret}</Code>
        <CopyButton value={secret} copy={t('receipt.copy')} copied={t('receipt.copied')} />
      </Group>
    </Alert>
  );
}
