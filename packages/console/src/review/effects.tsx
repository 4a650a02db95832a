import { Anchor, Text } from '@mantine/core';
import { sameTexts } from '@lethe/review/shown';
import type { ReactElement } from 'react';
import { Section } from '../spots/section.tsx';
import { useSaid } from '../spots/use-said.ts';
import { useWords } from '../words/words-provider.tsx';
import type { Plan } from './use-review.ts';

/** What the steps do besides, and what somebody has to do by hand afterwards. */
export function Effects({ sheet }: { readonly sheet: Plan['sheet'] }): ReactElement {
  const { t } = useWords('review');
  const terms = useWords('terms');
  const said = useSaid();
  const lines = sameTexts(sheet.sideEffects.map(({ what, ...rest }) => ({ ...rest, text: what })));
  return (
    <>
      <Section title={t('effects.title')}>
        {lines.length === 0 ? <Text>{t('effects.nothing')}</Text> : null}
        {lines.map(({ text, kinds, steps }) => (
          <div key={text}>
            <Text>{said(text)}</Text>
            <Text size="sm" c="dimmed">
              {`${kinds.map((kind) => terms.t(`kind.${kind}`)).join(', ')}: ${terms.t('places', { count: steps })}`}
            </Text>
          </div>
        ))}
      </Section>
      <ByHand asks={sheet.asks} />
    </>
  );
}

/** What only the host's own screen can do. */
export function ByHand({ asks }: { readonly asks: Plan['sheet']['asks'] }): ReactElement | null {
  const { t } = useWords('review');
  const said = useSaid();
  if (asks.length === 0) return null;
  return (
    <Section title={t('asks.title')} says={t('asks.text')}>
      {asks.map(({ says, link }) => (
        <Text key={says}>
          {link?.startsWith('https://') === true ? (
            <Anchor href={link} target="_blank" rel="noopener noreferrer">
              {said(says)}
            </Anchor>
          ) : (
            said(says)
          )}
        </Text>
      ))}
    </Section>
  );
}
