import type { ReviewSheet } from '@lethe/review';
import type { ReactElement } from 'react';
import type { Mentions } from '@lethe/review/shown';
import { mentionsOf } from '@lethe/review/shown';
import type { Words } from '../../words/words.ts';
import { useWords } from '../../words/words-context.ts';
import { CountTable } from '../frame/count-table.tsx';
import { Fold } from '../frame/fold.tsx';
import { Quiet, Text } from '../frame/layout.ts';
import { Part } from '../frame/part.tsx';
import { PlaceList } from '../frame/place-list.tsx';

/** What is cut out of texts, counted by why it was found. Nothing where nothing is. */
export function CutMentions({ sheet }: { readonly sheet: ReviewSheet }): ReactElement | null {
  const words = useWords();
  const { t, number } = words;
  const { cut } = mentionsOf(sheet);
  if (cut.length === 0) return null;
  return (
    <Part title={t('review.mentions')}>
      <Quiet>{t('review.mentionsText')}</Quiet>
      <CountTable
        caption={t('review.mentions')}
        head={[t('review.mention'), t('review.count')]}
        rows={cut.map((one) => [mentionIn(words, one), number(one.count)])}
        numbers={[1]}
      />
    </Part>
  );
}

/** What may mean the person and is left for the reviewer, with why and where. */
export function LeftMentions({ sheet }: { readonly sheet: ReviewSheet }): ReactElement | null {
  const words = useWords();
  const { t, number } = words;
  const { left } = mentionsOf(sheet);
  const places = sheet.ambiguous.length;
  if (places === 0 && left.length === 0) return null;
  return (
    <Part title={t('review.left')}>
      <Text>{t('review.leftText', { count: places })}</Text>
      {left.length > 0 && (
        <CountTable
          caption={t('review.left')}
          head={[t('review.mention'), t('review.doubt'), t('review.count')]}
          rows={left.map((one) => [mentionIn(words, one), doubtIn(words, one), number(one.count)])}
          numbers={[2]}
        />
      )}
      {places > 0 && (
        <Fold title={t('review.showPlaces', { count: places })}>
          <PlaceList labels={sheet.ambiguous} />
        </Fold>
      )}
    </Part>
  );
}

/** A sort of mentions in words: "name, with an initial". */
function mentionIn({ t }: Words, { by, how }: Mentions): string {
  return how === 'unfiled'
    ? t('how.unfiled')
    : t('mention', { identifier: t(`identifier.${by}`), how: t(`how.${how}`) });
}

function doubtIn({ t }: Words, { doubt }: Mentions): string {
  return doubt === undefined ? '' : t(`doubt.${doubt}`);
}
