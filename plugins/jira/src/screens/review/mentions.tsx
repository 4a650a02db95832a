import { Text } from '@forge/react';
import type { ReactElement } from 'react';
import type { ShownSheet } from '../../forge/protocol.ts';
import { Part } from '../frame/part.tsx';
import { PlaceList } from '../frame/place-list.tsx';
import { SimpleTable } from '../frame/simple-table.tsx';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.ts';

type Mention = ShownSheet['mentions'][number];

/** What is cut out of texts, counted by why it was found. Nothing where nothing is. */
export function CutMentions({ sheet }: { readonly sheet: ShownSheet }): ReactElement | null {
  const words = useWords();
  const { t, number } = words;
  const cut = sheet.mentions.filter(({ doubt }) => doubt === undefined);
  if (cut.length === 0) return null;
  return (
    <Part title={t('review.mentions')}>
      <Text color="color.text.subtle">{t('review.mentionsText')}</Text>
      <SimpleTable
        label={t('review.mentions')}
        head={[t('review.mention'), t('review.count')]}
        rows={cut.map((one) => [mentionIn(words, one), number(one.count)])}
      />
    </Part>
  );
}

/** What may mean the person and is left for the reviewer, with why and where. */
export function LeftMentions({ sheet }: { readonly sheet: ShownSheet }): ReactElement | null {
  const words = useWords();
  const { t, number } = words;
  const left = sheet.mentions.filter(({ doubt }) => doubt !== undefined);
  const { count, places } = sheet.ambiguous;
  if (count === 0 && left.length === 0) return null;
  return (
    <Part title={t('review.left')}>
      <Text>{t('review.leftText', { count })}</Text>
      {left.length > 0 && (
        <SimpleTable
          label={t('review.left')}
          head={[t('review.mention'), t('review.doubt'), t('review.count')]}
          rows={left.map((one) => [mentionIn(words, one), doubtIn(words, one), number(one.count)])}
        />
      )}
      {count > 0 && <PlaceList places={places} count={count} />}
    </Part>
  );
}

/** A sort of mentions in words: "name, with an initial". */
function mentionIn({ t }: Words, { by, how }: Mention): string {
  return how === 'unfiled'
    ? t('how.unfiled')
    : t('mention', { identifier: t(`identifier.${by}`), how: t(`how.${how}`) });
}

function doubtIn({ t }: Words, { doubt }: Mention): string {
  return doubt === undefined ? '' : t(`doubt.${doubt}`);
}
