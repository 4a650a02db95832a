import { Personal } from './personal.ts';

/** Kinds of identifiers, in the order in which they are looked for. */
export const identifierKinds = ['addresses', 'phones', 'logins', 'externalIds', 'postalAddresses', 'names'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** Whom we look for: everything known to name one person. Each list holds no blank and no repeated entry. */
export interface Identifiers {
  /** E-mail addresses as hosts file them; spellings (case, plus-tags) are the finder's business. */
  readonly addresses: readonly Personal[];
  /** Phone numbers in any writing. */
  readonly phones: readonly Personal[];
  /** Account names and handles. */
  readonly logins: readonly Personal[];
  /** Employee numbers, customer numbers and the like. */
  readonly externalIds: readonly Personal[];
  /** Where the person lives or works: house, street and place, as on a letter. */
  readonly postalAddresses: readonly Personal[];
  /** Full names, given name first. */
  readonly names: readonly Personal[];
}

/** The same as plain text, for sealing it into a run's secrets and for input from a person. */
export type PlainIdentifiers = { readonly [K in IdentifierKind]?: readonly string[] };

/** Identifiers from plain text; blanks and repetitions are dropped, the rest is trimmed. */
export function identifiersFrom(plain: PlainIdentifiers): Identifiers {
  const wrapped = (kind: IdentifierKind): readonly Personal[] => {
    const texts = (plain[kind] ?? []).map((text) => text.trim()).filter((text) => text !== '');
    return [...new Set(texts)].map((text) => Personal.of(text));
  };
  return {
    addresses: wrapped('addresses'),
    phones: wrapped('phones'),
    logins: wrapped('logins'),
    externalIds: wrapped('externalIds'),
    postalAddresses: wrapped('postalAddresses'),
    names: wrapped('names'),
  };
}

/** The plain text of identifiers: only for sealing them; see `Personal`. */
export function plainIdentifiers(who: Identifiers): Required<PlainIdentifiers> {
  const plain = (kind: IdentifierKind): readonly string[] => who[kind].map((text) => text.reveal());
  return {
    addresses: plain('addresses'),
    phones: plain('phones'),
    logins: plain('logins'),
    externalIds: plain('externalIds'),
    postalAddresses: plain('postalAddresses'),
    names: plain('names'),
  };
}

/** Everything any of them knows, each entry once. */
export function mergeIdentifiers(...several: readonly Identifiers[]): Identifiers {
  const plains = several.map(plainIdentifiers);
  const all = (kind: IdentifierKind): readonly string[] => plains.flatMap((plain) => plain[kind]);
  return identifiersFrom({
    addresses: all('addresses'),
    phones: all('phones'),
    logins: all('logins'),
    externalIds: all('externalIds'),
    postalAddresses: all('postalAddresses'),
    names: all('names'),
  });
}
