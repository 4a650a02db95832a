import { HelperMessage, Label, Stack, TextArea } from '@forge/react';
import type { ReactElement } from 'react';
import { Fold } from '../frame/fold.tsx';
import { useWords } from '../words/words-context.ts';

/** The whole report as text, to be selected and filed away. */
export function MarkdownText({ markdown }: { readonly markdown: string }): ReactElement {
  const { t } = useWords();
  return (
    <Fold title={t('report.markdown')}>
      <Stack>
        <Label labelFor="markdown">{t('report.title')}</Label>
        <TextArea id="markdown" name="markdown" isReadOnly isMonospaced minimumRows={12} value={markdown} />
        <HelperMessage>{t('report.copy')}</HelperMessage>
      </Stack>
    </Fold>
  );
}
