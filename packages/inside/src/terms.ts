import type { Identifiers } from '@lethe/core';
import { wordsIn } from './form.ts';

/** Telephone numbers are looked for by their last digits. */
const PHONE_DIGITS = 7;
const FEWEST_DIGITS = 6;
const MOST_TERMS = 200;
const LONGEST = 200;

/** Terms and telephone numbers as Lethe's part takes them: three letters and six digits at least. */
export function termsFor(who: Identifiers): {
  readonly terms: readonly string[];
  readonly phones: readonly string[];
} {
  const { addresses, logins, externalIds, names, phones, postalAddresses } = wordsIn(who);
  // The part takes a plus for a space: of a tagged address what stands before it is looked for, if that is not too short.
  const tagged = addresses
    .map((address) => address.slice(0, Math.max(0, address.lastIndexOf('@'))))
    .filter((part) => part.length > 4);
  const streets = postalAddresses.map(streetBeginning);
  const terms = [...addresses, ...tagged.map((part) => `${part}+`), ...logins, ...externalIds, ...names, ...streets];
  const fitting = terms.filter(
    (term) => term.length <= LONGEST && term.replaceAll(/[\s_\-.,+]|\p{Mn}/gu, '').length > 2,
  );
  const digits = phones.map(lastDigits).filter((some) => some.length >= FEWEST_DIGITS);
  return { terms: [...new Set(fitting)].slice(0, MOST_TERMS), phones: [...new Set(digits)].slice(0, MOST_TERMS) };
}

/** How a street begins: the rest may be shortened or left out. */
export function streetBeginning(address: string): string {
  return /\p{L}{3,5}/u.exec(address)?.[0] ?? '';
}

/** What a telephone number is told by, however it is written. */
export function lastDigits(phone: string): string {
  return phone.replaceAll(/\D/g, '').slice(-PHONE_DIGITS);
}
