import type { Report } from '@lethe/core';
import type { ReactElement } from 'react';
import { useWords } from '../../words/words-context.ts';
import { Stack, Text } from '../frame/layout.ts';
import { Part } from '../frame/part.tsx';
import { Downloads } from './download.tsx';
import { ReportDone } from './report-done.tsx';
import { ReportFacts } from './report-facts.tsx';
import { ReportLeft } from './report-left.tsx';
import { ReportStays } from './report-stays.tsx';

/** The whole report in the agent's language. Ids, counts and fixed words: nothing in it is personal. */
export function ReportPage({ report }: { readonly report: Report }): ReactElement {
  const { t } = useWords();
  return (
    <Stack>
      <Part title={t('report.title')}>
        <Text>{t(`report.state.${report.state}`)}</Text>
        <Downloads report={report} />
      </Part>
      <ReportFacts report={report} />
      <ReportDone report={report} />
      <ReportLeft report={report} />
      <ReportStays report={report} />
    </Stack>
  );
}
