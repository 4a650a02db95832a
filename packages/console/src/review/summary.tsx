import { Stack, Text, Title } from '@mantine/core';
import { detailGroups } from '@lethe/review/shown';
import type { DetailGroup } from '@lethe/review/shown';
import type { ReactElement } from 'react';
import { CountTable } from '../spots/count-table.tsx';
import type { CountRow } from '../spots/count-table.tsx';
import { Figures } from '../spots/figures.tsx';
import { Fold } from '../spots/fold.tsx';
import { ownerOf, owners } from '../spots/kinds.ts';
import { PlaceList } from '../spots/place-list.tsx';
import { Section } from '../spots/section.tsx';
import { useHostWords } from '../spots/use-hosts.ts';
import { useSaid } from '../spots/use-said.ts';
import { useWords } from '../words/words-provider.tsx';
import type { Plan } from './use-review.ts';

type Sheet = Plan['sheet'];
type Row = Sheet['rows'][number];

/** What is blanked, kept and cannot be erased: three figures, a line for each kind, and every place behind it. */
export function Summary({ sheet, host }: { readonly sheet: Sheet; readonly host: string }): ReactElement {
  const { t, number } = useWords('review');
  const terms = useWords('terms');
  const { blanked, kept, cannot } = sheet.totals;
  const counts = (row: Sheet['totals']): readonly string[] => [row.blanked, row.kept, row.cannot].map(number);
  return (
    <Section title={t('summary')}>
      <Figures
        figures={[
          { tone: 'good', count: blanked, text: t('blankedHint') },
          { tone: 'plain', count: kept, text: t('keptHint') },
          { tone: 'warning', count: cannot, text: t('cannotHint') },
        ]}
      />
      <CountTable
        caption={t('summary')}
        head={[t('what'), ...(['blanked', 'kept', 'cannot'] as const).map((what) => terms.t(`what.${what}`))]}
        rows={useRows(sheet.rows, host, counts)}
        total={[t('all'), ...counts(sheet.totals)]}
      />
      <Places sheet={sheet} host={host} />
    </Section>
  );
}

/** Rows by what they are a part of, under the host's own word for that. */
function useRows(rows: readonly Row[], host: string, counts: (row: Row) => readonly string[]): readonly CountRow[] {
  const { t } = useWords('terms');
  const { word } = useHostWords(host);
  return owners.flatMap((owner) =>
    rows
      .filter(({ kind }) => ownerOf(kind) === owner)
      .map((row, index) => ({
        key: row.kind,
        cells: [t(`kind.${row.kind}`), ...counts(row)],
        ...(index === 0 && owner !== 'attachment' ? { group: word(owner) } : {}),
      })),
  );
}

/** Every place, kind by kind, to be opened. */
function Places({ sheet, host }: { readonly sheet: Sheet; readonly host: string }): ReactElement {
  const { t } = useWords('review');
  return (
    <div>
      <Title order={3} size="h5">
        {t('places.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('places.text')}
      </Text>
      {sheet.rows.map((row) => (
        <Kind key={row.kind} row={row} host={host} />
      ))}
    </div>
  );
}

function Kind({ row, host }: { readonly row: Row; readonly host: string }): ReactElement {
  const { t } = useWords('review');
  const terms = useWords('terms');
  const { word } = useHostWords(host);
  const counts = (['blanked', 'kept', 'cannot'] as const).filter((what) => row[what] > 0);
  const owner = ownerOf(row.kind);
  const name = terms.t(`kind.${row.kind}`);
  return (
    <Fold
      title={
        <>
          {owner === 'attachment' ? name : `${word(owner)}: ${name}`}{' '}
          <Text span size="sm" c="dimmed">
            {counts.map((what) => t(`counts.${what}`, { count: row[what] })).join(', ')}
          </Text>
        </>
      }
    >
      {() => (
        <Stack gap="md">
          {detailGroups(row).map((group, index) => (
            <Group key={index} group={group} />
          ))}
        </Stack>
      )}
    </Fold>
  );
}

function Group({ group }: { readonly group: DetailGroup }): ReactElement {
  const { t, number } = useWords('terms');
  const said = useSaid();
  const { what, count, labels, verb, why, because } = group;
  const reason = [
    ...(verb === undefined ? [] : [t(`verb.${verb}`)]),
    ...(why === undefined ? [] : [t(`kept.${why}`)]),
    ...(because === undefined ? [] : [said(because)]),
  ];
  return (
    <div>
      <Text size="sm">
        <strong>{`${t(`what.${what}`)} (${number(count)})`}</strong>
        {reason.length === 0 ? '' : `: ${reason.join(', ')}`}
      </Text>
      {labels.length === 0 ? null : <PlaceList labels={labels} />}
    </div>
  );
}
