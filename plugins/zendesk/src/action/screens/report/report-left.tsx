import type { Report } from '@lethe/core';
import type { ReactElement, ReactNode } from 'react';
import { endGroups, leavesNothing } from '@lethe/review/shown';
import type { EndGroup } from '@lethe/review/shown';
import { useWords } from '../../words/words-context.ts';
import { Fold } from '../frame/fold.tsx';
import { SmallTitle, Stack, Text } from '../frame/layout.ts';
import { Part } from '../frame/part.tsx';
import { PlaceList } from '../frame/place-list.tsx';
import { RemainsList } from '../review/after.tsx';
import { CannotList } from '../review/cannot.tsx';

/** Everything that is or may be left, with why and what to do. */
export function ReportLeft({ report }: { readonly report: Report }): ReactElement {
  const { t, moment } = useWords();
  const { gaps, grown, residue, remains, unreached } = report;
  return (
    <Part title={t('report.left')}>
      {leavesNothing(report) && <Text>{t('report.leftNothing')}</Text>}
      <NotProven report={report} />
      <Some title={t('report.gaps')} of={gaps}>
        <CannotList gaps={gaps} />
      </Some>
      <Some title={t('report.grown')} of={grown}>
        <Text>{t('report.grownText', { count: grown.length })}</Text>
      </Some>
      <Some title={t('report.residue')} of={residue}>
        <PlaceList labels={residue.map(({ label }) => label)} />
      </Some>
      <Some title={t('report.remains')} of={[...remains, ...unreached]}>
        <RemainsList remains={remains} unreached={unreached} />
      </Some>
      <Text>{t('report.later', { time: moment(new Date(report.times.started)) })}</Text>
    </Part>
  );
}

function Some(props: {
  readonly title: string;
  readonly of: readonly unknown[];
  readonly children: ReactNode;
}): ReactNode {
  if (props.of.length === 0) return null;
  return (
    <Stack $gap={8}>
      <SmallTitle>{props.title}</SmallTitle>
      {props.children}
    </Stack>
  );
}

function NotProven({ report }: { readonly report: Report }): ReactElement {
  const { t } = useWords();
  return (
    <Some title={t('report.notProven')} of={report.notProven}>
      {endGroups(report).map((group, index) => (
        <EndedAlike key={index} group={group} />
      ))}
    </Some>
  );
}

function EndedAlike({ group }: { readonly group: EndGroup }): ReactElement {
  const { t, said, number } = useWords();
  const { end, code, remedy, labels } = group;
  const because = code === undefined ? '' : `: ${t(`trouble.code.${code}`)}`;
  return (
    <Stack $gap={4}>
      <Text>
        <strong>{`${t(`report.end.${end}`)} (${number(labels.length)})`}</strong>
        {because}
      </Text>
      {remedy !== undefined && <Text>{said(remedy)}</Text>}
      <Fold title={t('review.showPlaces', { count: labels.length })}>
        <PlaceList labels={labels} />
      </Fold>
    </Stack>
  );
}
