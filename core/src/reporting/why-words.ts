import type { Doubt, Evidence, How } from '../finding/why.ts';
import type { IdentifierKind } from '../identifiers.ts';
import type { Mentions } from '../planning/mentions.ts';

/** Kinds of identifiers in words. */
export const identifierWords: Readonly<Record<IdentifierKind, string>> = {
  addresses: 'e-mail address',
  phones: 'phone number',
  logins: 'login',
  externalIds: 'number',
  postalAddresses: 'postal address',
  names: 'name',
};

const writing: Readonly<Record<How, string>> = {
  'as-filed': 'as filed',
  'other-order': 'in another order',
  joined: 'written together',
  shortened: 'without some of its words',
  initial: 'with an initial',
  nickname: 'with a nickname',
  'part-of-name': 'a part of it alone',
  'other-spelling': 'in another spelling',
  'plus-tag': 'with a tag',
  'mailbox-alias': 'another address of the same mailbox',
  'spelt-out': 'in words or with spaces',
  'local-part': 'what stands before the @',
  'address-around': 'with the code of a web page behind it',
  'national-number': 'with or without the country',
  extension: 'with an extension',
  handle: 'as a handle',
  abbreviated: 'shortened',
  unfiled: 'a phone number in the own signature',
};

const reasons: Readonly<Record<Evidence, string>> = {
  greeting: 'in a greeting',
  'sign-off': 'at the end of a letter',
  title: 'after a title',
  header: "in a mail's header",
  attribution: 'before a quoted mail',
  signature: 'in a signature',
  'at-mention': 'after an @',
  label: 'behind a label',
  'strong-mention': 'in a text that names the person in full',
};

const doubts: Readonly<Record<Doubt, string>> = {
  'name-alone': 'nothing says whose',
  'common-word': 'it may be a word',
  'another-person': 'it may be somebody else',
  'part-of-longer': 'it may be part of something longer',
  'foreign-address': "it stands in an address that is not the person's",
  short: 'it is short',
  unfiled: 'nobody filed it',
  encoded: 'it is encoded, and not cut there',
};

/** What a sort of mentions is, in fixed words: "name, with an initial, in a greeting". */
export function mentionWords({ by, how, evidence }: Mentions): string {
  if (how === 'unfiled') return writing.unfiled;
  const why = evidence === undefined ? [] : [reasons[evidence]];
  return [identifierWords[by], writing[how], ...why].join(', ');
}

/** Why such mentions were left for a person to judge; nothing where they were cut. */
export function doubtWords({ doubt }: Mentions): string | undefined {
  return doubt === undefined ? undefined : doubts[doubt];
}
