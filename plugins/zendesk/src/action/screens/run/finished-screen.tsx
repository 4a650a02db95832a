import type { Report, RunRecord } from '@lethe/core';
import { Button } from '@zendeskgarden/react-buttons';
import type { ReactElement } from 'react';
import { shownId } from '../../view/person-view.ts';
import { endedTitle } from '../../view/run-view.ts';
import { useWords } from '../../words/words-context.ts';
import { Row, Stack } from '../frame/layout.ts';
import { ScreenHeading } from '../frame/screen-heading.tsx';
import { ReportPage } from '../report/report-page.tsx';

/** A run at its end: the report, to be read and taken away. */
export function FinishedScreen(props: {
  readonly run: RunRecord;
  readonly report: Report;
  readonly onBack: () => void;
}): ReactElement {
  const { run, report, onBack } = props;
  const { t } = useWords();
  return (
    <Stack>
      <ScreenHeading>{t(endedTitle(run), { person: shownId(run.plan.person) })}</ScreenHeading>
      <ReportPage report={report} />
      <Row>
        <Button onClick={onBack}>{t('finished.back')}</Button>
      </Row>
    </Stack>
  );
}
