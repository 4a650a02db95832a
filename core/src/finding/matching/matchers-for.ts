import type { Identifiers } from '../../identifiers.ts';
import { directoryNameMatcher } from '../mail/find-directory-names.ts';
import { addressMatcher } from './find-addresses.ts';
import { nameMatcher } from './find-names.ts';
import { phoneAbroadMatcher } from './find-phones-abroad.ts';
import { phoneMatcher } from './find-phones.ts';
import { postalAddressMatcher } from './find-postal-addresses.ts';
import { speltAddressMatcher } from './find-spelt-addresses.ts';
import { tokenMatcher } from './find-tokens.ts';
import type { Entry, Matcher } from './hit.ts';
import { isAddress, strongEntries } from './weak-identifiers.ts';
import { widening } from './widen.ts';

/** A person's identifiers as texts, by what looks for them; an address is one wherever it was filed. */
export interface SortedEntries {
  readonly addresses: readonly Entry[];
  readonly names: readonly Entry[];
  readonly phones: readonly Entry[];
  readonly tokens: readonly Entry[];
  readonly postal: readonly Entry[];
}

/** Sorts what of somebody's identifiers is strong enough to be looked for. */
export function sortedEntries(who: Identifiers): SortedEntries {
  const entries = strongEntries(who);
  const isMail = ({ text, by }: Entry): boolean => by === 'addresses' || isAddress(text);
  const others = entries.filter((entry) => !isMail(entry));
  return {
    addresses: entries.filter(isMail),
    names: others.filter(({ by }) => by === 'names'),
    phones: others.filter(({ by }) => by === 'phones'),
    tokens: others.filter(({ by }) => by === 'logins' || by === 'externalIds'),
    postal: others.filter(({ by }) => by === 'postalAddresses'),
  };
}

/** Sorts of identifiers, each with matchers of its own; their bits are put together where several are wanted. */
export const matcherKinds = ['addresses', 'phones', 'tokens', 'postal', 'directory', 'names'] as const;
type MatcherKind = (typeof matcherKinds)[number];

/** One matcher for each sort of identifiers there is; an address is one wherever it was filed. */
export function matchersFor(who: Identifiers, known: readonly Identifiers[] = []): readonly Matcher[] {
  const sorted = sortedEntries(who);
  const others = known.flatMap((one) => sortedEntries(one).names);
  return matcherKinds.flatMap((kind) => matchersOf(kind, sorted, others));
}

/** The matchers of one sort. Where several find something at one place, their order tells which counts. */
export function matchersOf(
  kind: MatcherKind,
  { addresses, names, phones, tokens, postal }: SortedEntries,
  others: readonly Entry[] = [],
): readonly Matcher[] {
  switch (kind) {
    case 'addresses':
      return [addressMatcher(addresses), speltAddressMatcher(addresses)];
    case 'phones':
      return [phoneMatcher(phones), phoneAbroadMatcher(phones)];
    case 'tokens':
      return [tokenMatcher({ tokens, names, addresses })];
    case 'postal':
      return [postalAddressMatcher(postal)];
    case 'directory':
      return [directoryNameMatcher(names, addresses)];
    case 'names':
      return [widening(nameMatcher(names, others))];
  }
}
