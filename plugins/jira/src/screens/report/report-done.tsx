import type { Report } from '@lethe/core';
import type { ReactElement } from 'react';
import { FactList } from '../frame/fact-list.tsx';
import { Part } from '../frame/part.tsx';
import { SimpleTable } from '../frame/simple-table.tsx';
import { useWords } from '../words/words-context.ts';
import { endRows } from './report-lines.ts';

/** What the steps came to: seen gone, only claimed, not done. */
export function ReportDone({ report }: { readonly report: Report }): ReactElement {
  const { t, number } = useWords();
  return (
    <Part title={t('report.done')}>
      <SimpleTable
        label={t('report.done')}
        head={[t('review.what'), t('report.column.proven'), t('report.column.claimed'), t('report.column.rest')]}
        rows={endRows(report).map(({ kind, proven, claimed, rest }) => [
          t(`kind.${kind}`),
          ...[proven, claimed, rest].map(number),
        ])}
      />
    </Part>
  );
}

/** When it was, by which plan, and how to check the report later. */
export function ReportFacts({ report }: { readonly report: Report }): ReactElement {
  const { t, moment } = useWords();
  const { times, acknowledged, plan, rules, ledger } = report;
  return (
    <Part title={t('report.facts')}>
      <FactList
        facts={[
          [t('report.run'), report.run],
          [t('report.reviewed'), moment(times.reviewed)],
          [t('report.approved'), moment(times.approved)],
          [t('report.started'), moment(times.started)],
          [t('report.ended'), times.ended === undefined ? t('report.notYet') : moment(times.ended)],
          [t('report.acknowledged'), acknowledged.length === 0 ? t('report.nothing') : acknowledged.join(', ')],
          [t('report.plan'), plan.digest],
          [t('report.rules'), rules.name],
          [t('report.rulesDigest'), rules.digest],
          [t('report.ledger'), ledger === undefined ? t('report.notYet') : `${ledger.seq}:${ledger.hash}`],
        ]}
      />
    </Part>
  );
}
