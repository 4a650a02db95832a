import { List, ListItem, Text } from '@forge/react';
import type { ReactElement } from 'react';
import type { ShownSheet } from '../../forge/protocol.ts';
import { Part } from '../frame/part.tsx';
import { PlaceLine, placed } from '../frame/place-list.tsx';
import { useWords } from '../words/words-context.ts';
import type { SaidOnce } from './review-parts.ts';
import { sameTexts } from './review-parts.ts';

type Remains = Pick<ShownSheet, 'remains'>;

/** Where the old text stays readable after the run. */
export function Remaining({ remains }: Remains): ReactElement {
  const { t } = useWords();
  return (
    <Part title={t('review.remains')}>
      <Text color="color.text.subtle">{t(remains.length === 0 ? 'review.remainsNothing' : 'review.remainsText')}</Text>
      <SaidList lines={sameTexts(remains.map(({ kind, where }) => ({ kind, text: where })))} />
    </Part>
  );
}

/** Where nobody could look, such as issues that are hidden from the app. Nothing where there is nothing. */
export function Unreached({
  unreached,
}: {
  readonly unreached: readonly { readonly because: string }[];
}): ReactElement | null {
  const { t } = useWords();
  if (unreached.length === 0) return null;
  return (
    <Part title={t('review.unreached')}>
      <List type="unordered">
        {unreached.map(({ because }, index) => (
          <ListItem key={index}>
            <PlaceLine place={placed({ label: because })} />
          </ListItem>
        ))}
      </List>
    </Part>
  );
}

/** What else happens. */
export function Effects({ sideEffects }: Pick<ShownSheet, 'sideEffects'>): ReactElement {
  const { t } = useWords();
  return (
    <Part title={t('review.effects')}>
      {sideEffects.length === 0 && <Text color="color.text.subtle">{t('review.effectsNothing')}</Text>}
      <SaidList lines={sameTexts(sideEffects.map(({ kind, what }) => ({ kind, text: what })))} />
    </Part>
  );
}

function SaidList({ lines }: { readonly lines: readonly SaidOnce[] }): ReactElement | null {
  const { t, said } = useWords();
  if (lines.length === 0) return null;
  return (
    <List type="unordered">
      {lines.map(({ text, kinds }) => (
        <ListItem key={text}>
          <Text>{`${kinds.map((kind) => t(`kind.${kind}`)).join(', ')}: ${said(text)}`}</Text>
        </ListItem>
      ))}
    </List>
  );
}
