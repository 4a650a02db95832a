import type { Plan } from '@lethe/core';
import type { ReactElement } from 'react';
import { sameTexts } from '@lethe/review/shown';
import type { SaidOnce } from '@lethe/review/shown';
import { useWords } from '../../words/words-context.ts';
import { List, Quiet, Stack, Text } from '../frame/layout.ts';

/** Where old text stays readable, and where nobody could look. */
export function RemainsList(props: {
  readonly remains: Plan['remains'];
  readonly unreached: readonly { readonly because: string }[];
}): ReactElement {
  const { remains, unreached } = props;
  const { t, said } = useWords();
  return (
    <Stack $gap={8}>
      <Text>{t(remains.length === 0 ? 'review.remainsNothing' : 'review.remainsText')}</Text>
      <OnceList lines={sameTexts(remains.map(({ where, ...rest }) => ({ ...rest, text: where })))} />
      {unreached.length > 0 && <Text>{t('review.unreached')}</Text>}
      {unreached.length > 0 && (
        <List>
          {unreached.map(({ because }, index) => (
            <li key={index}>{said(because)}</li>
          ))}
        </List>
      )}
    </Stack>
  );
}

/** What the steps do besides. */
export function EffectsList({ sideEffects }: Pick<Plan, 'sideEffects'>): ReactElement {
  const { t } = useWords();
  if (sideEffects.length === 0) return <Text>{t('review.effectsNothing')}</Text>;
  return <OnceList lines={sameTexts(sideEffects.map(({ what, ...rest }) => ({ ...rest, text: what })))} />;
}

function OnceList({ lines }: { readonly lines: readonly SaidOnce[] }): ReactElement | null {
  const { t, said } = useWords();
  if (lines.length === 0) return null;
  return (
    <List>
      {lines.map(({ text, kinds, steps }) => (
        <li key={text}>
          {said(text)}
          <Quiet>{`${kinds.map((kind) => t(`kind.${kind}`)).join(', ')}: ${t('review.places', { count: steps })}`}</Quiet>
        </li>
      ))}
    </List>
  );
}
