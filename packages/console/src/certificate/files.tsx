import { Button, Group } from '@mantine/core';
import { IconArrowLeft, IconFileTypePdf, IconJson } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useLanguage, useWords } from '../words/words-provider.tsx';

const SIZE = 18;

/** The certificate's files, and the way back to its run. */
export function Files({ run, issued }: { readonly run: string; readonly issued: boolean }): ReactElement {
  const { t } = useWords('certificate');
  const [language] = useLanguage();
  const path = `/api/v1/runs/${run}/certificate`;
  const back = <IconArrowLeft size={SIZE} aria-hidden />;
  const [json, pdf] = [
    <IconJson key="json" size={SIZE} aria-hidden />,
    <IconFileTypePdf key="pdf" size={SIZE} aria-hidden />,
  ];
  return (
    <Group gap="sm" className="no-print">
      <Button component={Link} href={`/runs/${run}`} variant="default" leftSection={back}>
        {t('toRun')}
      </Button>
      {issued ? (
        <>
          <Button component="a" href={path} download variant="default" leftSection={json}>
            {t('json')}
          </Button>
          <Button component="a" href={`${path}.pdf?language=${language}`} download leftSection={pdf}>
            {t('pdf')}
          </Button>
        </>
      ) : null}
    </Group>
  );
}
