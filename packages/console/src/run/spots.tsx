import { Stack, Text } from '@mantine/core';
import type { Report } from '@lethe/core';
import type { ReactElement } from 'react';
import { usePlan } from '../review/use-review.ts';
import { Fold } from '../spots/fold.tsx';
import { PlaceList } from '../spots/place-list.tsx';
import { Section } from '../spots/section.tsx';
import { useSaid } from '../spots/use-said.ts';
import { useWords } from '../words/words-provider.tsx';
import { resultsOf } from './results.ts';
import type { KindResult } from './results.ts';

/** The result for each place, kind by kind, to be opened: seen gone, or how it ended and what to do. */
export function Spots({ plan, report }: { readonly plan: string; readonly report: Report }): ReactElement | null {
  const { t } = useWords('run');
  const { data } = usePlan(plan);
  if (data === undefined) return null;
  const planned = data.sheet.rows.map(({ kind, details }) => ({
    kind,
    labels: details.filter(({ what }) => what === 'blanked').map(({ label }) => label),
  }));
  const results = resultsOf(
    planned.filter(({ labels }) => labels.length > 0),
    report.notProven,
  );
  return (
    <Section title={t('spots.title')}>
      <div>
        {results.map((result) => (
          <Kind key={result.kind} result={result} />
        ))}
      </div>
    </Section>
  );
}

function Kind({ result: { kind, proven, others } }: { readonly result: KindResult }): ReactElement {
  const { t, number } = useWords('terms');
  const ends = [
    ...(proven.length === 0 ? [] : [{ end: 'clean' as const, count: proven.length }]),
    ...others.map(({ end, labels }) => ({ end, count: labels.length })),
  ];
  return (
    <Fold
      title={
        <>
          {t(`kind.${kind}`)}{' '}
          <Text span size="sm" c="dimmed">
            {ends.map(({ end, count }) => `${number(count)} ${t(`outcome.${end}`)}`).join(', ')}
          </Text>
        </>
      }
    >
      {() => (
        <Stack gap="md">
          {others.map((other, index) => (
            <Ended key={index} {...other} />
          ))}
          {proven.length === 0 ? null : <Ended end="clean" labels={proven} />}
        </Stack>
      )}
    </Fold>
  );
}

function Ended(props: Omit<KindResult['others'][number], 'remedy'> & { readonly remedy?: string }): ReactElement {
  const { end, labels, remedy } = props;
  const { t, number } = useWords('terms');
  const said = useSaid();
  return (
    <div>
      <Text size="sm">
        <strong>{`${t(`outcome.${end}`)} (${number(labels.length)})`}</strong>
        {remedy === undefined ? '' : `: ${said(remedy)}`}
      </Text>
      <PlaceList labels={labels} />
    </div>
  );
}
