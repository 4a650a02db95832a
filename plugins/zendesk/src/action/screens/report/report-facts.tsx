import type { Report } from '@lethe/core';
import type { ReactElement } from 'react';
import { shownAgent, shownId } from '../../view/person-view.ts';
import { useWords } from '../../words/words-context.ts';
import { Part } from '../frame/part.tsx';
import { FactList } from './fact-list.tsx';

/** Whose data, by whom, and when. */
export function ReportFacts({ report }: { readonly report: Report }): ReactElement {
  const { t, moment } = useWords();
  const { times, reviewedBy, approvedBy, acknowledged } = report;
  const at = (time: string): string => moment(new Date(time));
  return (
    <Part title={t('report.facts')}>
      <FactList
        facts={[
          [t('report.run'), report.run],
          [t('report.user'), shownId(report.person)],
          [t('report.reviewed'), t('report.by', { time: at(times.reviewed), who: shownAgent(reviewedBy) })],
          [t('report.approved'), t('report.by', { time: at(times.approved), who: shownAgent(approvedBy) })],
          [t('report.started'), at(times.started)],
          [t('report.ended'), times.ended === undefined ? t('report.notYet') : at(times.ended)],
          [t('report.acknowledged'), acknowledged.length === 0 ? t('report.nothing') : acknowledged.join(', ')],
        ]}
      />
    </Part>
  );
}
