import { Button, Group } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';

/** The report to file away. No file of it names the person. */
export function Downloads({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords('run');
  const files = [
    { href: `/api/v1/runs/${id}/report`, name: `report-${id}.json`, text: t('report.json') },
    { href: `/api/v1/runs/${id}/report.csv`, name: `report-${id}.csv`, text: t('report.csv') },
    { href: `/api/v1/runs/${id}/report.md`, name: `report-${id}.md`, text: t('report.markdown') },
  ];
  return (
    <Group gap="sm" className="no-print">
      {files.map(({ href, name, text }) => (
        <Button
          key={name}
          component="a"
          href={href}
          download={name}
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {text}
        </Button>
      ))}
      <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
        {t('report.print')}
      </Button>
    </Group>
  );
}
