import type { Identifiers } from '@lethe/core';
import { weakIdentifiers } from '@lethe/core';
import { wordsIn } from './form.ts';

/**
 * What tickets are searched for: each identifier in the forms it is likely written in, quoted so that its parts stand
 * together. Core filters what comes back. https://support.zendesk.com/hc/en-us/articles/4408886879258
 */
export function searchTermsFor(who: Identifiers): readonly string[] {
  const { addresses, logins, externalIds, names, phones, postalAddresses } = wordsIn(strongOf(who));
  const streets = postalAddresses.map((address) => address.split(/[\n,;]/)[0] ?? '');
  const texts = [...addresses, ...phones.flatMap(phoneForms), ...logins, ...externalIds, ...names, ...streets];
  const quoted = texts.map((text) => text.replaceAll('"', ' ').trim()).filter((text) => text !== '');
  return [...new Set(quoted.map((text) => `"${text}"`))];
}

/** What users are searched for. */
export function userQueriesFor(who: Identifiers): readonly { readonly query: string }[] {
  const { addresses, logins, names, phones } = wordsIn(who);
  const texts = [...addresses, ...logins, ...names, ...phones.flatMap(phoneForms)];
  return [...new Set(texts.map((text) => text.replaceAll('"', ' ').trim()))].map((text) => ({ query: `"${text}"` }));
}

/** Numbers that other systems know users by. */
export function externalIdsIn(who: Identifiers): readonly { readonly external_id: string }[] {
  return wordsIn(who).externalIds.map((external_id) => ({ external_id }));
}

/** A number as it is filed, and where that has signs in it, also without them. */
function phoneForms(phone: string): readonly string[] {
  const bare = phone.replaceAll(/[^\d+]/g, '');
  return bare.length < 5 || bare === phone ? [phone] : [phone, bare];
}

/** Without what would find half of the account: nobody looks for it in texts either. */
function strongOf(who: Identifiers): Identifiers {
  const weak = weakIdentifiers(who);
  const keep = (kind: keyof Identifiers): Identifiers[typeof kind] =>
    who[kind].filter((_, entry) => !weak.some((one) => one.kind === kind && one.entry === entry));
  return {
    addresses: keep('addresses'),
    phones: keep('phones'),
    logins: keep('logins'),
    externalIds: keep('externalIds'),
    postalAddresses: keep('postalAddresses'),
    names: keep('names'),
  };
}
