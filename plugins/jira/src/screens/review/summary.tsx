import { Stack, Text } from '@forge/react';
import type { SheetCounts } from '@lethe/review';
import type { ReactElement } from 'react';
import type { ShownGroup, ShownRow, ShownSheet } from '../../forge/protocol.ts';
import { Fold } from '../frame/fold.tsx';
import { Part } from '../frame/part.tsx';
import { PlaceList } from '../frame/place-list.tsx';
import { SimpleTable } from '../frame/simple-table.tsx';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.ts';
import { groupsOf } from './review-parts.ts';

/** What is blanked, kept and cannot be erased: a line for each kind, and every place behind a fold. */
export function Summary({ sheet }: { readonly sheet: ShownSheet }): ReactElement {
  const words = useWords();
  const { t } = words;
  return (
    <Part title={t('review.summary')}>
      <SimpleTable
        label={t('review.summary')}
        head={[t('review.what'), t('review.blanked'), t('review.kept'), t('review.cannot')]}
        rows={[
          [t('review.all'), ...figures(sheet.totals, words)],
          ...sheet.rows.map((row) => [t(`kind.${row.kind}`), ...figures(row, words)]),
        ]}
      />
      <Fold title={t('review.details')}>
        <Stack space="space.100">
          {sheet.rows.map((row) => (
            <KindFold key={row.kind} row={row} />
          ))}
        </Stack>
      </Fold>
    </Part>
  );
}

function figures({ blanked, kept, cannot }: SheetCounts, { number }: Words): readonly string[] {
  return [blanked, kept, cannot].map(number);
}

function KindFold({ row }: { readonly row: ShownRow }): ReactElement {
  const words = useWords();
  return (
    <Fold title={`${words.t(`kind.${row.kind}`)}: ${countsIn(words, row)}`}>
      <Stack space="space.150">
        {groupsOf(row).map((group, index) => (
          <Group key={index} group={group} />
        ))}
      </Stack>
    </Fold>
  );
}

/** How many there are of each, where there are any. */
function countsIn({ t }: Words, row: SheetCounts): string {
  const counts = (['blanked', 'kept', 'cannot'] as const).filter((what) => row[what] > 0);
  return counts.map((what) => t(`counts.${what}`, { count: row[what] })).join(', ');
}

function Group({ group }: { readonly group: ShownGroup }): ReactElement {
  const words = useWords();
  const { t, number } = words;
  return (
    <Stack space="space.050">
      <Text>
        <Text as="strong">{`${t(`review.${group.what}`)} (${number(group.count)})`}</Text>
        {reasonOf(group, words)}
      </Text>
      {group.places.length > 0 && <PlaceList places={group.places} count={group.count} />}
    </Stack>
  );
}

function reasonOf({ verb, why, because }: ShownGroup, { t, said }: Words): string {
  if (verb !== undefined) return `: ${t(`verb.${verb}`)}`;
  if (why !== undefined) return `: ${t(`kept.${why}`)}`;
  return because === undefined ? '' : `: ${said(because)}`;
}
