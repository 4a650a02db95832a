import { Stack, Text } from '@forge/react';
import type { Report } from '@lethe/core';
import type { ReactElement } from 'react';
import { Part } from '../frame/part.tsx';
import { PlaceList, placed } from '../frame/place-list.tsx';
import { SimpleTable } from '../frame/simple-table.tsx';
import { Effects } from '../review/after.tsx';
import { useWords } from '../words/words-context.ts';
import { keptCounts } from './report-lines.ts';

/** What stays as it is, what else happened, and that the numbers did not change. */
export function ReportStays({ report }: { readonly report: Report }): ReactElement {
  const { t, number } = useWords();
  const kept = keptCounts(report);
  return (
    <Stack space="space.300">
      {kept.length > 0 && (
        <Part title={t('report.stays')}>
          <SimpleTable
            label={t('report.stays')}
            head={[t('review.because'), t('review.count')]}
            rows={kept.map(([why, count]) => [t(`kept.${why}`), number(count)])}
          />
        </Part>
      )}
      <Effects sideEffects={report.sideEffects} />
      <Part title={t('report.tallies')}>
        <Tallies report={report} />
      </Part>
    </Stack>
  );
}

function Tallies({ report: { tallies } }: { readonly report: Report }): ReactElement {
  const { t } = useWords();
  if (tallies === undefined) return <Text>{t('report.talliesNotYet')}</Text>;
  const { compared, changed } = tallies;
  if (compared === 0) return <Text>{t('report.talliesNone')}</Text>;
  if (changed.length === 0) return <Text>{t('report.talliesEqual', { count: compared })}</Text>;
  return (
    <Stack space="space.050">
      <Text>{t('report.talliesChanged', { count: changed.length, of: compared })}</Text>
      <PlaceList places={changed.map((label) => placed({ label }))} />
    </Stack>
  );
}
