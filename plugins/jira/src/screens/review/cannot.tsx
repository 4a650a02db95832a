import { Stack, Text } from '@forge/react';
import type { ReactElement } from 'react';
import type { ShownSheet } from '../../forge/protocol.ts';
import { Part } from '../frame/part.tsx';
import { PlaceList } from '../frame/place-list.tsx';
import { useWords } from '../words/words-context.ts';
import type { GapGroup } from './review-parts.ts';
import { gapsOf } from './review-parts.ts';

/** What Jira lets nobody blank: each reason once, with what a person can do instead and every place. */
export function Cannot({ sheet }: { readonly sheet: Pick<ShownSheet, 'rows'> }): ReactElement {
  const { t } = useWords();
  const gaps = gapsOf(sheet);
  return (
    <Part title={t('review.gaps')}>
      <Text color="color.text.subtle">{t(gaps.length === 0 ? 'review.gapsNothing' : 'review.gapsText')}</Text>
      {gaps.map((gap, index) => (
        <Gap key={index} gap={gap} />
      ))}
    </Part>
  );
}

function Gap({ gap }: { readonly gap: GapGroup }): ReactElement {
  const { t, said, number } = useWords();
  const { kind, count, because = '', instead, places } = gap;
  return (
    <Stack space="space.050">
      <Text weight="semibold">{`${t(`kind.${kind}`)} (${number(count)})`}</Text>
      <Text>{`${t('review.because')}: ${said(because)}`}</Text>
      {instead !== undefined && <Text>{`${t('review.instead')}: ${said(instead)}`}</Text>}
      <PlaceList places={places} count={count} />
    </Stack>
  );
}
