import type { Report } from '@lethe/core';
import { reportMarkdown } from '@lethe/core';
import { Button } from '@zendeskgarden/react-buttons';
import type { ReactElement } from 'react';
import { useWords } from '../../words/words-context.ts';
import { Row } from '../frame/layout.ts';

/** The report as two files: one for people, one for programs. */
export function Downloads({ report }: { readonly report: Report }): ReactElement {
  const { t } = useWords();
  const name = t('report.file', { run: report.run });
  return (
    <Row>
      <Button onClick={() => save(`${name}.md`, 'text/markdown', reportMarkdown(report))}>
        {t('report.markdown')}
      </Button>
      <Button onClick={() => save(`${name}.json`, 'application/json', `${JSON.stringify(report, undefined, 2)}\n`)}>
        {t('report.json')}
      </Button>
    </Row>
  );
}

function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(address);
}
