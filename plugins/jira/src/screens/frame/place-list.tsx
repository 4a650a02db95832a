import { Link, List, ListItem, Stack, Text } from '@forge/react';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-context.ts';
import { Fold } from './fold.tsx';

/** Where something is: never personal. */
export interface ShownPlace {
  readonly label: string;
  /** A path on the site. */
  readonly href?: string;
}

/** A place with the way to its issue, where its label names one. */
export function placed({ label }: { readonly label: string }): ShownPlace {
  const key = /\bissue ([A-Z][A-Z0-9_]*-\d+)\b/u.exec(label)?.[1];
  return key === undefined ? { label } : { label, href: `/browse/${key}` };
}

const FEW = 5;

/** Places with their links; many are folded. `count` is how many there are, of which some may not be listed. */
export function PlaceList(props: { readonly places: readonly ShownPlace[]; readonly count?: number }): ReactElement {
  const { places, count = places.length } = props;
  const { t } = useWords();
  if (count <= FEW) return <Listed places={places} count={count} />;
  return (
    <Fold title={t('showPlaces', { count })}>
      <Listed places={places} count={count} />
    </Fold>
  );
}

const PAGE = 50;

/** A page of places, and the next ones behind a fold of their own. */
function Listed({ places, count }: { readonly places: readonly ShownPlace[]; readonly count: number }): ReactElement {
  const { t } = useWords();
  const rest = places.slice(PAGE);
  const missing = count - places.length;
  return (
    <Stack space="space.050" alignInline="start">
      <List type="unordered">
        {places.slice(0, PAGE).map((place, index) => (
          <ListItem key={index}>
            <PlaceLine place={place} />
          </ListItem>
        ))}
      </List>
      {rest.length > 0 && <PlaceList places={rest} count={rest.length + missing} />}
      {rest.length === 0 && missing > 0 && (
        <Text size="small" color="color.text.subtle">
          {t('notListed', { count: missing })}
        </Text>
      )}
    </Stack>
  );
}

/** One place, with its link where it has one. */
export function PlaceLine({ place: { label, href } }: { readonly place: ShownPlace }): ReactElement {
  const { said } = useWords();
  if (href === undefined) return <Text>{said(label)}</Text>;
  return (
    <Text>
      <Link href={href} openNewTab>
        {said(label)}
      </Link>
    </Text>
  );
}
