import { Checkbox, Stack, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Facts } from '../spots/facts.tsx';
import { PlacesFold } from '../spots/places-fold.tsx';
import { Section } from '../spots/section.tsx';
import type { Known } from '../spots/use-known.ts';
import { useSaid } from '../spots/use-said.ts';
import { useWords } from '../words/words-provider.tsx';
import type { Stays } from './stays.ts';

/** What cannot be erased, each reason with what a person can do instead, to be ticked off. */
export function Cannot(props: { readonly gaps: Stays['gaps']; readonly ticked: Known<string> }): ReactElement {
  const { gaps, ticked } = props;
  const { t } = useWords('review');
  return (
    <Section title={t('cannot.title')} says={gaps.length === 0 ? undefined : t('cannot.text')}>
      {gaps.length === 0 ? <Text>{t('cannot.nothing')}</Text> : null}
      {gaps.map((gap) => (
        <Gap key={gap.key} gap={gap} ticked={ticked} />
      ))}
    </Section>
  );
}

function Gap({ gap, ticked }: { readonly gap: Stays['gaps'][number]; readonly ticked: Known<string> }): ReactElement {
  const { t } = useWords('review');
  const terms = useWords('terms');
  const said = useSaid();
  const { key, kind, because, instead, labels, source } = gap;
  const name = terms.t(`kind.${kind}`);
  return (
    <Item title={`${name} (${terms.number(labels.length)})`}>
      <Facts
        facts={[
          [terms.t('because'), said(because)],
          [terms.t('instead'), instead === undefined ? undefined : said(instead)],
        ]}
      />
      <PlacesFold labels={labels} source={source} />
      <Tick name={key} says={t('remains.gap')} about={name} ticked={ticked} />
    </Item>
  );
}

/** Where the old text stays readable, and where nobody could look: each to be ticked off by name. */
export function Remains({ stays, ticked }: { readonly stays: Stays; readonly ticked: Known<string> }): ReactElement {
  const { t } = useWords('review');
  const said = useSaid();
  const terms = useWords('terms');
  const { remains, unreached } = stays;
  const nothing = remains.length + unreached.length === 0;
  return (
    <Section title={t('remains.title')} says={remains.length === 0 ? undefined : t('remains.text')}>
      {nothing ? <Text>{t('remains.nothing')}</Text> : null}
      {remains.map(({ key, text, kinds, steps }) => (
        <Item key={key} title={said(text)}>
          <Text size="sm" c="dimmed">
            {`${kinds.map((kind) => terms.t(`kind.${kind}`)).join(', ')}: ${terms.t('places', { count: steps })}`}
          </Text>
          <Tick name={key} says={t('remains.acknowledge')} about={said(text)} ticked={ticked} />
        </Item>
      ))}
      {unreached.length === 0 ? null : <Text>{t('unreached')}</Text>}
      {unreached.map(({ key, because }) => (
        <Item key={key} title={said(because)}>
          <Tick name={key} says={t('remains.acknowledge')} about={said(because)} ticked={ticked} />
        </Item>
      ))}
    </Section>
  );
}

function Item({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <Stack gap={6} className="item">
      <Text fw={600}>{title}</Text>
      {children}
    </Stack>
  );
}

function Tick(props: {
  readonly name: string;
  readonly says: string;
  readonly about: string;
  readonly ticked: Known<string>;
}): ReactElement {
  const { name, says, about, ticked } = props;
  return (
    <Checkbox
      radius="sm"
      id={`tick-${name}`}
      label={says}
      aria-label={`${says}: ${about}`}
      checked={ticked.known.has(name)}
      onChange={(event) => ticked.know(name, event.currentTarget.checked)}
    />
  );
}
