import type { Report } from '@lethe/core';
import type { ReactElement } from 'react';
import { endRows } from '@lethe/review/shown';
import { useWords } from '../../words/words-context.ts';
import { CountTable } from '../frame/count-table.tsx';
import { Figures } from '../frame/figures.tsx';
import { Part } from '../frame/part.tsx';

const columns = ['proven', 'claimed', 'rest'] as const;

/** What the steps came to: three figures, then a line for each kind. */
export function ReportDone({ report }: { readonly report: Report }): ReactElement {
  const { t } = useWords();
  const { planned, proven, claimed, kinds } = report.steps;
  const rest = planned - proven - claimed;
  return (
    <Part title={t('report.done')}>
      <Figures
        figures={[
          { tone: 'success', count: proven, text: t('report.provenHint') },
          { tone: 'default', count: claimed, text: t('report.claimedHint') },
          { tone: rest === 0 ? 'default' : 'warning', count: rest, text: t('report.open') },
        ]}
      />
      {kinds.length > 0 && <Ends report={report} />}
    </Part>
  );
}

function Ends({ report }: { readonly report: Report }): ReactElement {
  const { t, number } = useWords();
  return (
    <CountTable
      caption={t('report.done')}
      head={[t('review.what'), ...columns.map((column) => t(`report.column.${column}`))]}
      rows={endRows(report).map((row) => [t(`kind.${row.kind}`), ...columns.map((column) => number(row[column]))])}
      numbers={[1, 2, 3]}
    />
  );
}
