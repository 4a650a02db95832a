import { Anchor } from '@zendeskgarden/react-buttons';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { gapGroups } from '@lethe/review/shown';
import type { Gap, GapGroup } from '@lethe/review/shown';
import { useWords } from '../../words/words-context.ts';
import { Fold } from '../frame/fold.tsx';
import { SmallTitle, Stack, Text } from '../frame/layout.ts';
import { PlaceList } from '../frame/place-list.tsx';

const Reasons = styled.dl`
  display: grid;
  grid-template-columns: max-content 1fr;
  gap: 4px 12px;
  margin: 0;
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0;
  }
  @media (max-width: 480px) {
    grid-template-columns: 1fr;
    gap: 0;
    dd {
      margin-bottom: 4px;
    }
  }
`;

/** What Zendesk cannot blank: each reason once, what to do instead, and where. Nothing of it is folded away but the places. */
export function CannotList({ gaps }: { readonly gaps: readonly Gap[] }): ReactElement {
  const { t } = useWords();
  if (gaps.length === 0) return <Text>{t('review.cannotNothing')}</Text>;
  return (
    <Stack>
      {gapGroups(gaps).map((group, index) => (
        <Reason key={index} group={group} />
      ))}
    </Stack>
  );
}

function Reason({ group: { kind, because, instead, source, labels } }: { readonly group: GapGroup }): ReactElement {
  const { t, said, number } = useWords();
  return (
    <Stack $gap={4}>
      <SmallTitle>{`${t(`kind.${kind}`)} (${number(labels.length)})`}</SmallTitle>
      <Reasons>
        <dt>{t('review.because')}</dt>
        <dd>{said(because)}</dd>
        {instead !== undefined && (
          <>
            <dt>{t('review.instead')}</dt>
            <dd>{said(instead)}</dd>
          </>
        )}
      </Reasons>
      <Fold title={t('review.showPlaces', { count: labels.length })}>
        <PlaceList labels={labels} />
        <Source address={source} />
      </Fold>
    </Stack>
  );
}

/** The vendor's page about it, if it is one: only web addresses become links. */
function Source({ address }: { readonly address: string }): ReactElement | null {
  const { t } = useWords();
  if (!address.startsWith('https://')) return null;
  return (
    <Text>
      <Anchor href={address} target="_blank" rel="noopener noreferrer" isUnderlined>
        {t('review.source')}
      </Anchor>
    </Text>
  );
}
