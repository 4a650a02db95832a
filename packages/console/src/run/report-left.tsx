import { Stack, Text, Title } from '@mantine/core';
import { gapGroups, sameTexts } from '@lethe/review/shown';
import type { Report } from '@lethe/core';
import type { ReactElement, ReactNode } from 'react';
import { Fold } from '../spots/fold.tsx';
import { PlaceList } from '../spots/place-list.tsx';
import { PlacesFold } from '../spots/places-fold.tsx';
import { Section } from '../spots/section.tsx';
import { useSaid } from '../spots/use-said.ts';
import { useWords } from '../words/words-provider.tsx';

/** Everything that is left, as far as anybody could see: gaps, where old text stays, and what came up later. */
export function ReportLeft({ report }: { readonly report: Report }): ReactElement {
  const { t, moment } = useWords('run');
  const { times } = report;
  const ended = times.ended === undefined ? undefined : t('report.later', { time: moment(times.ended) });
  return (
    <Section title={t('report.left')} says={ended}>
      <Gaps report={report} />
      <Remains report={report} />
      {report.grown.length === 0 ? null : (
        <Part title={t('report.grown')}>
          <Text size="sm">{t('report.grownText', { count: report.grown.length })}</Text>
          <Folded labels={report.grown} />
        </Part>
      )}
      {report.residue.length === 0 ? null : (
        <Part title={t('report.residue')}>
          <Folded labels={report.residue.map(({ label }) => label)} />
        </Part>
      )}
    </Section>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <Stack gap={6} className="item">
      <Title order={3} size="h5">
        {title}
      </Title>
      {children}
    </Stack>
  );
}

function Folded({ labels }: { readonly labels: readonly string[] }): ReactElement {
  const { t } = useWords('terms');
  return <Fold title={t('showPlaces', { count: labels.length })}>{() => <PlaceList labels={labels} />}</Fold>;
}

function Gaps({ report }: { readonly report: Report }): ReactElement | null {
  const { t } = useWords('run');
  const terms = useWords('terms');
  const said = useSaid();
  if (report.gaps.length === 0) return null;
  return (
    <Part title={t('report.gaps')}>
      {gapGroups(report.gaps).map(({ kind, because, instead, labels, source }, index) => (
        <div key={index}>
          <Text size="sm">
            <strong>{`${terms.t(`kind.${kind}`)} (${terms.number(labels.length)})`}</strong>
            {`: ${said(because)}${instead === undefined ? '' : ` ${said(instead)}`}`}
          </Text>
          <PlacesFold labels={labels} source={source} />
        </div>
      ))}
    </Part>
  );
}

function Remains({ report: { remains, unreached } }: { readonly report: Report }): ReactElement | null {
  const { t } = useWords('run');
  const terms = useWords('terms');
  const said = useSaid();
  if (remains.length + unreached.length === 0) return null;
  const lines = sameTexts(remains.map(({ where, kind, steps }) => ({ text: where, kind, steps })));
  return (
    <Part title={t('report.remains')}>
      {lines.map(({ text, kinds, steps }) => (
        <div key={text}>
          <Text size="sm">{said(text)}</Text>
          <Text size="sm" c="dimmed">
            {`${kinds.map((kind) => terms.t(`kind.${kind}`)).join(', ')}: ${terms.t('places', { count: steps })}`}
          </Text>
        </div>
      ))}
      {unreached.map(({ because }) => (
        <Text key={because} size="sm">
          {said(because)}
        </Text>
      ))}
    </Part>
  );
}
