import { Stack, Text } from '@forge/react';
import type { Report } from '@lethe/core';
import type { ReactElement, ReactNode } from 'react';
import type { ReportShown } from '../../forge/protocol.ts';
import { Part } from '../frame/part.tsx';
import { PlaceList, placed } from '../frame/place-list.tsx';
import { Remaining, Unreached } from '../review/after.tsx';
import { useWords } from '../words/words-context.ts';
import type { Alike } from './report-lines.ts';
import { endGroups, gapGroups, leavesNothing } from './report-lines.ts';

type Lists = Pick<ReportShown, 'report' | 'cut'>;

/** Everything that is or may be left, with why and what to do. `cut` says how many entries a list lacks. */
export function ReportLeft({ report, cut }: Lists): ReactElement {
  const { t, moment } = useWords();
  const { remains, unreached } = report;
  return (
    <Part title={t('report.left')}>
      {leavesNothing(report) && <Text>{t('report.leftNothing')}</Text>}
      <Some title={t('report.notProven')} of={report.notProven}>
        {endGroups(report).map((group, index) => (
          <EndedAlike key={index} group={group} />
        ))}
      </Some>
      <Some title={t('report.gaps')} of={report.gaps}>
        {gapGroups(report).map((group, index) => (
          <GapsAlike key={index} group={group} />
        ))}
      </Some>
      <CameUp report={report} cut={cut} />
      {remains.length > 0 && <Remaining remains={remains} />}
      <Unreached unreached={unreached} />
      <Text>{t('report.later', { time: moment(report.times.started) })}</Text>
    </Part>
  );
}

/** What came up after the review, and texts in which something may be left. */
function CameUp({ report: { grown, residue }, cut }: Lists): ReactElement {
  const { t } = useWords();
  return (
    <>
      <Some title={t('report.grown')} of={grown}>
        <Text>{t('report.grownText', { count: grown.length + (cut['grown'] ?? 0) })}</Text>
      </Some>
      <Some title={t('report.residue')} of={residue}>
        <PlaceList places={residue.map(placed)} count={residue.length + (cut['residue'] ?? 0)} />
      </Some>
    </>
  );
}

function Some(props: {
  readonly title: string;
  readonly of: readonly unknown[];
  readonly children: ReactNode;
}): ReactElement | null {
  if (props.of.length === 0) return null;
  return (
    <Stack space="space.100">
      <Text weight="semibold">{props.title}</Text>
      {props.children}
    </Stack>
  );
}

function EndedAlike({ group }: { readonly group: Alike<Report['notProven'][number]> }): ReactElement {
  const { t, said, number } = useWords();
  const { first, labels } = group;
  const { end, code, remedy } = first;
  const because = code === undefined ? '' : `: ${t(`trouble.code.${code}`)}`;
  return (
    <Stack space="space.050">
      <Text>{`${t(`end.${end}`)} (${number(labels.length)})${because}`}</Text>
      {remedy !== undefined && <Text>{said(remedy)}</Text>}
      <PlaceList places={labels.map((label) => placed({ label }))} />
    </Stack>
  );
}

function GapsAlike({ group }: { readonly group: Alike<Report['gaps'][number]> }): ReactElement {
  const { t, said, number } = useWords();
  const { first, labels } = group;
  const { kind, because, instead } = first;
  return (
    <Stack space="space.050">
      <Text>{`${t(`kind.${kind}`)} (${number(labels.length)}): ${said(because)}`}</Text>
      {instead !== undefined && <Text>{`${t('review.instead')}: ${said(instead)}`}</Text>}
      <PlaceList places={labels.map((label) => placed({ label }))} />
    </Stack>
  );
}
