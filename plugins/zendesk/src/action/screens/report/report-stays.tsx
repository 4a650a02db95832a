import type { Report } from '@lethe/core';
import type { ReactElement } from 'react';
import { keptCounts } from '@lethe/review/shown';
import type { Words } from '../../words/words.ts';
import { useWords } from '../../words/words-context.ts';
import { CountTable } from '../frame/count-table.tsx';
import { Text } from '../frame/layout.ts';
import { Part } from '../frame/part.tsx';
import { PlaceList } from '../frame/place-list.tsx';
import { EffectsList } from '../review/after.tsx';
import { FactList } from './fact-list.tsx';

/** What stays as it is, that the numbers did not change, and how to check the report later. */
export function ReportStays({ report }: { readonly report: Report }): ReactElement {
  const words = useWords();
  const { t, number } = words;
  const kept = keptCounts(report);
  return (
    <>
      {kept.length > 0 && (
        <Part title={t('report.stays')}>
          <CountTable
            caption={t('report.stays')}
            head={[t('review.because'), t('review.count')]}
            rows={kept.map(([why, count]) => [t(`kept.${why}`), number(count)])}
            numbers={[1]}
          />
        </Part>
      )}
      <Part title={t('review.effects')}>
        <EffectsList sideEffects={report.sideEffects} />
      </Part>
      <Part title={t('report.tallies')}>
        <Tallies report={report} />
      </Part>
      <Part title={t('report.check')}>
        <FactList facts={anchorsIn(words, report)} />
      </Part>
    </>
  );
}

function Tallies({ report: { tallies } }: { readonly report: Report }): ReactElement {
  const { t } = useWords();
  if (tallies === undefined) return <Text>{t('report.talliesNotYet')}</Text>;
  const { compared, changed } = tallies;
  if (compared === 0) return <Text>{t('report.talliesNone')}</Text>;
  if (changed.length === 0) return <Text>{t('report.talliesEqual', { count: compared })}</Text>;
  return (
    <>
      <Text>{t('report.talliesChanged', { count: changed.length, of: compared })}</Text>
      <PlaceList labels={changed} />
    </>
  );
}

function anchorsIn({ t }: Words, { plan, rules, ledger }: Report): readonly (readonly [string, string])[] {
  return [
    [t('report.plan'), plan.digest],
    [t('report.rules'), rules.name],
    [t('report.rulesDigest'), rules.digest],
    [t('report.ledger'), ledger === undefined ? t('report.notYet') : `${String(ledger.seq)}:${ledger.hash}`],
  ];
}
