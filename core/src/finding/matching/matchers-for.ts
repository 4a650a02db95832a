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

/** One matcher for each sort of identifiers there is; an address is one wherever it was filed. */
export function matchersFor(who: Identifiers, known: readonly Identifiers[] = []): readonly Matcher[] {
  const { addresses, names, phones, tokens, postal } = sortedEntries(who);
  return [
    addressMatcher(addresses),
    speltAddressMatcher(addresses),
    phoneMatcher(phones),
    phoneAbroadMatcher(phones),
    tokenMatcher({ tokens, names, addresses }),
    postalAddressMatcher(postal),
    directoryNameMatcher(names, addresses),
    widening(
      nameMatcher(
        names,
        known.flatMap((one) => sortedEntries(one).names),
      ),
    ),
  ];
}
