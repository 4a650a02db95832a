import { identifiersFrom } from '@lethe/core';
import type { Identifiers, PlainIdentifiers } from '@lethe/core';

/** What somebody typed, sorted: what has an @ is an address, what is mostly digits a phone, words with a house number a postal address, a capitalized word or several words a name, else a login. */
export function identifiersTyped(texts: readonly string[]): Identifiers {
  const plain: Record<keyof PlainIdentifiers, string[]> = {
    addresses: [],
    phones: [],
    logins: [],
    externalIds: [],
    postalAddresses: [],
    names: [],
  };
  for (const text of texts.map((one) => one.trim())) plain[kindOf(text)].push(text);
  return identifiersFrom(plain);
}

function kindOf(text: string): keyof PlainIdentifiers {
  if (text.includes('@')) return 'addresses';
  if (/^[+(]?\d[\d\s()./-]{4,}$/.test(text)) return 'phones';
  if (/\s/.test(text) && /(?<![\p{L}\p{Nd}])\d/u.test(text)) return 'postalAddresses';
  return /\s/.test(text) || /^\p{Lu}\p{Ll}+$/u.test(text) ? 'names' : 'logins';
}

/** Several people in one go: commas, semicolons and line ends separate, and the same text in another case is the same one. */
export function separated(texts: readonly string[]): { readonly asked: readonly string[]; readonly repeated: number } {
  const all = texts
    .flatMap((text) => text.split(/[,;\n]/))
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const asked = [...new Map(all.map((text) => [text.toLowerCase(), text])).values()];
  return { asked, repeated: all.length - asked.length };
}
