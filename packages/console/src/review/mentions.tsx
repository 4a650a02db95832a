import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { CountTable } from '../spots/count-table.tsx';
import { Fold } from '../spots/fold.tsx';
import { PlaceList } from '../spots/place-list.tsx';
import { Section } from '../spots/section.tsx';
import { useSaid } from '../spots/use-said.ts';
import { useWords } from '../words/words-provider.tsx';
import type { Inquiry, Plan } from './use-review.ts';

type Sheet = Plan['sheet'];
type Mention = Sheet['mentions'][number];
/** Something that says too little to be looked for, by kind and place. */
export type Weak = Extract<NonNullable<Inquiry['ending']>, { at: 'reviewed' }>['notLookedFor'][number];

/** What is cut out of texts, counted by why it was found. Nothing where nothing is. */
export function CutMentions({ sheet }: { readonly sheet: Sheet }): ReactElement | null {
  const { t, number } = useWords('review');
  const nameOf = useMention();
  const cut = sheet.mentions.filter(({ doubt }) => doubt === undefined);
  if (cut.length === 0) return null;
  return (
    <Section title={t('mentions.title')} says={t('mentions.text')}>
      <CountTable
        caption={t('mentions.title')}
        head={[t('mentions.what'), t('mentions.count')]}
        rows={cut.map((one, index) => ({ key: String(index), cells: [nameOf(one), number(one.count)] }))}
      />
    </Section>
  );
}

/** What may mean the person and is left for the reviewer, with why and where. */
export function LeftMentions({ sheet }: { readonly sheet: Sheet }): ReactElement | null {
  const { t, number } = useWords('review');
  const terms = useWords('terms');
  const nameOf = useMention();
  const left = sheet.mentions.filter(({ doubt }) => doubt !== undefined);
  const places = sheet.ambiguous.length;
  if (places === 0 && left.length === 0) return null;
  const doubtOf = ({ doubt = '' }: Mention): string => terms.sayOr('terms', `doubt.${doubt}`, doubt);
  return (
    <Section title={t('left.title')} says={t('left.text', { count: places })}>
      {left.length === 0 ? null : (
        <CountTable
          caption={t('left.title')}
          head={[t('mentions.what'), t('left.doubt'), t('mentions.count')]}
          rows={left.map((one, index) => ({
            key: String(index),
            cells: [nameOf(one), doubtOf(one), number(one.count)],
          }))}
        />
      )}
      {places === 0 ? null : (
        <Fold title={terms.t('showPlaces', { count: places })}>{() => <PlaceList labels={sheet.ambiguous} />}</Fold>
      )}
    </Section>
  );
}

/** Names a sort of mentions: "name, with an initial". */
function useMention(): (mention: Mention) => string {
  const { t, sayOr } = useWords('terms');
  return ({ by, how }) => {
    const manner = sayOr('terms', `how.${how}`, how);
    if (how === 'unfiled') return manner;
    return t('mention', { identifier: sayOr('terms', `identifier.${by}`, by), how: manner });
  };
}

/** What was typed or is filed and says too little about who is meant. */
export function NotLookedFor({ weak }: { readonly weak: readonly Weak[] }): ReactElement | null {
  const { t } = useWords('review');
  const { sayOr } = useWords('terms');
  const said = useSaid();
  if (weak.length === 0) return null;
  const line = ({ kind, entry, reason }: Weak): string => {
    const name = typeof kind === 'string' ? sayOr('terms', `identifier.${kind}`, kind) : '';
    const place = t('refused.line', { kind: name, entry: typeof entry === 'number' ? entry + 1 : 1 });
    return typeof reason === 'string' ? `${place}: ${said(reason)}` : place;
  };
  return (
    <Section title={t('refused.title')} says={t('refused.text')}>
      {weak.map((one, index) => (
        <Text key={index}>{line(one)}</Text>
      ))}
    </Section>
  );
}
