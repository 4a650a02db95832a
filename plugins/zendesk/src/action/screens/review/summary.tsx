import type { ReviewSheet, SheetCounts } from '@lethe/review';
import type { ReactElement } from 'react';
import type { Words } from '../../words/words.ts';
import { useWords } from '../../words/words-context.ts';
import { CountTable } from '../frame/count-table.tsx';
import { Fold } from '../frame/fold.tsx';
import { Figures } from '../frame/figures.tsx';
import { Part } from '../frame/part.tsx';
import { Details } from './details.tsx';

/** What is blanked, kept and cannot be erased: three figures, then a line for each kind. */
export function Summary({ sheet }: { readonly sheet: ReviewSheet }): ReactElement {
  const words = useWords();
  const { t } = words;
  const { blanked, kept, cannot } = sheet.totals;
  return (
    <Part title={t('review.summary')}>
      <Figures
        figures={[
          { tone: 'success', count: blanked, text: t('review.blankedHint') },
          { tone: 'default', count: kept, text: t('review.keptHint') },
          { tone: cannot === 0 ? 'default' : 'warning', count: cannot, text: t('review.cannotHint') },
        ]}
      />
      <CountTable
        caption={t('review.summary')}
        head={[t('review.what'), t('what.blanked'), t('what.kept'), t('what.cannot')]}
        rows={[
          ...sheet.rows.map((row) => [t(`kind.${row.kind}`), ...figures(row, words)]),
          [t('review.all'), ...figures(sheet.totals, words)],
        ]}
        numbers={[1, 2, 3]}
        total
      />
      <Fold title={t('review.details')}>
        <Details sheet={sheet} />
      </Fold>
    </Part>
  );
}

function figures({ blanked, kept, cannot }: SheetCounts, { number }: Words): readonly string[] {
  return [blanked, kept, cannot].map(number);
}
