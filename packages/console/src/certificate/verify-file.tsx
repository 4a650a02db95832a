import { FileInput, Stack, TextInput } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import type { DragEvent, ReactElement } from 'react';
import { Problem } from '../parts/problem.tsx';
import { Section } from '../spots/section.tsx';
import { useWords } from '../words/words-provider.tsx';
import { CameOfIt } from './came-of-it.tsx';
import { useVerifyFile } from './use-certificate.ts';

/** What is longer is no certificate: its beginning is enough to be told so. */
const MOST = 200_000;

/** Verifies a file that somebody chooses or drops here, with a receipt if they have one. */
export function VerifyFile(): ReactElement {
  const { t } = useWords('certificate');
  const { data, error, mutate } = useVerifyFile();
  const [receipt, type] = useState('');
  const take = async (given: File | null): Promise<void> => {
    if (given !== null) mutate({ file: await given.slice(0, MOST).text(), receipt: receipt.trim() });
  };
  return (
    <Section title={t('verify.title')} says={t('verify.text')}>
      <Stack gap="sm" className="no-print">
        <TextInput
          label={t('verify.receipt')}
          value={receipt}
          maw="26rem"
          onChange={(event) => type(event.currentTarget.value)}
          {...{ autoComplete: 'off', spellCheck: false }}
        />
        <ChosenFile take={(given) => void take(given)} />
      </Stack>
      <Problem error={error} />
      {data === undefined ? null : <CameOfIt verdict={data} />}
    </Section>
  );
}

function ChosenFile({ take }: { readonly take: (given: File | null) => void }): ReactElement {
  const { t } = useWords('certificate');
  const [file, choose] = useState<File | null>(null);
  const taken = (given: File | null): void => {
    choose(given);
    take(given);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    taken(event.dataTransfer.files[0] ?? null);
  };
  return (
    <FileInput
      label={t('verify.file')}
      placeholder={t('verify.choose')}
      accept="application/json,.json"
      value={file}
      maw="26rem"
      leftSection={<IconFileCertificate size={18} aria-hidden />}
      onChange={taken}
      onDrop={drop}
      onDragOver={(event) => event.preventDefault()}
    />
  );
}
