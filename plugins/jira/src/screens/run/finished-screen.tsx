import type { ReactElement } from 'react';
import type { RunState } from '../../forge/protocol.ts';
import { Page } from '../frame/part.tsx';
import { ReportPanel } from '../report/report-panel.tsx';
import { useWords } from '../words/words-context.ts';

/** A run at its end: the report, to be read and taken away. */
export function FinishedScreen({
  finished,
}: {
  readonly finished: Extract<RunState, { readonly at: 'finished' }>;
}): ReactElement {
  const { t } = useWords();
  const { state } = finished.report;
  const isOpen = state === 'running' || state === 'queued' || state === 'stopped';
  const title = isOpen ? 'stopped.title' : (`finished.${state}` as const);
  return (
    <Page title={t(title)}>
      <ReportPanel run={finished.run} />
    </Page>
  );
}
