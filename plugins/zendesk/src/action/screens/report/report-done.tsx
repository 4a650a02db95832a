import type { Report } from '@lethe/core';
import type { ReactElement } from 'react';
import { columnsOf } from '../../view/report-view.ts';
import { useWords } from '../../words/words-context.ts';
import { CountTable } from '../frame/count-table.tsx';
import { Tile, Tiles } from '../frame/layout.ts';
import { Part } from '../frame/part.tsx';

/** What the steps came to: three figures, then a line for each kind. */
export function ReportDone({ report }: { readonly report: Report }): ReactElement {
  const { t, number } = useWords();
  const { planned, proven, claimed, kinds } = report.steps;
  const columns = columnsOf(report);
  const rest = planned - proven - claimed;
  return (
    <Part title={t('report.done')}>
      <Tiles>
        <Tile $tone="success">
          <dt>{t('report.provenHint')}</dt>
          <dd>{number(proven)}</dd>
        </Tile>
        <Tile $tone="default">
          <dt>{t('report.claimedHint')}</dt>
          <dd>{number(claimed)}</dd>
        </Tile>
        <Tile $tone={rest === 0 ? 'default' : 'warning'}>
          <dt>{t('report.open')}</dt>
          <dd>{number(rest)}</dd>
        </Tile>
      </Tiles>
      {kinds.length > 0 && (
        <CountTable
          caption={t('report.done')}
          head={[t('review.what'), t('report.steps'), ...columns.map((end) => t(`report.end.${end}`))]}
          rows={kinds.map(({ kind, planned: steps, ends }) => [
            t(`kind.${kind}`),
            number(steps),
            ...columns.map((end) => number(ends[end] ?? 0)),
          ])}
          numbers={[1, ...columns.map((_end, index) => index + 2)]}
        />
      )}
    </Part>
  );
}
