import type { Identifiers } from '@lethe/core';
import type { Personal } from '@lethe/core';
import { lastDigits, streetBeginning, wordsIn } from '@lethe/inside';
import type { Condition } from './api.ts';
import { textsOf } from './form.ts';

/** What to ask RT for, so that every mention of a person is found: too much rather than too little. `%` stands for anything between. */

const SHORTEST = 3;

/** Patterns that together find every mention in a text. */
export function patternsFor(who: Identifiers): readonly string[] {
  const { addresses, logins, externalIds, names, phones, postalAddresses } = wordsIn(who);
  const tagged = addresses.map((address) => `${address.slice(0, Math.max(0, address.lastIndexOf('@')))}+`);
  const texts = [...addresses, ...tagged, ...logins, ...externalIds, ...names.flatMap(wordOrders)];
  const patterns = [...texts.flatMap(spellings), ...phones.map(phonePattern), ...postalAddresses.flatMap(houseOrders)];
  return withoutNeedless(patterns.filter((pattern) => pattern.replaceAll('%', '').length >= SHORTEST));
}

/** What accounts are searched by: login, address and name, whichever of them there is something to look for in. */
export function accountSearchesFor(who: Identifiers): readonly (readonly Condition[])[] {
  const { addresses, logins, names } = wordsIn(who);
  const byLogin = withoutNeedless([...addresses, ...logins].flatMap(spellings));
  const byAddress = withoutNeedless(addresses.flatMap(spellings));
  const byName = withoutNeedless(names.flatMap(wordOrders).flatMap(spellings));
  return [anyOf('Name', byLogin), anyOf('EmailAddress', byAddress), anyOf('RealName', byName)].filter(
    (some) => some.length > 0,
  );
}

/** A column that holds any of these. */
export function anyOf(field: string, patterns: readonly string[]): readonly Condition[] {
  return patterns.map((value, at) => ({
    field,
    operator: 'LIKE',
    value,
    ...(at === 0 ? {} : { entry_aggregator: 'OR' as const }),
  }));
}

/** A part of RT's own query: a field that holds any of these. */
export function fieldHolds(field: string, patterns: readonly string[]): string {
  return patterns
    .map((pattern) => `${field} LIKE '${pattern.replaceAll(/[\\']/g, (sign) => `\\${sign}`)}'`)
    .join(' OR ');
}

/** "Ada Maria Quell" and "Quell, Ada". */
function wordOrders(name: string): readonly string[] {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const [first = '', ...rest] = words;
  const last = rest.at(-1);
  return last === undefined ? [first] : [words.join('%'), `${last}%${first}`];
}

/**
 * Some databases know upper case in ASCII only, none takes a composed letter for a decomposed one, and mails hold other
 * letters encoded: of a text with other letters the stretches between them are looked for. Where too little is left, its spellings.
 */
function spellings(text: string): readonly string[] {
  if (/^[\x20-\x7e]*$/.test(text)) return [text];
  const stretches = text
    .normalize('NFC')
    .replaceAll(/[^\x20-\x7e%]+/g, '%')
    .replaceAll(/%{2,}/g, '%');
  if (stretches.replaceAll(/[%\s]/g, '').length > SHORTEST) return [stretches];
  const forms = [text.normalize('NFC'), text.normalize('NFD')];
  return [...new Set(forms.flatMap((one) => [one, one.toLowerCase(), one.toUpperCase()]))];
}

/** A telephone number by its last seven digits, whatever stands between three, two and two of them. */
function phonePattern(phone: string): string {
  const digits = lastDigits(phone);
  return digits.length < 7 ? phone : `${digits.slice(0, 3)}%${digits.slice(3, 5)}%${digits.slice(5)}`;
}

/** A postal address by its house number and how its street begins: the rest may be shortened or left out. */
function houseOrders(address: string): readonly string[] {
  const number = /(?<![\p{L}\p{Nd}])\d+/u.exec(address)?.[0] ?? '';
  const street = streetBeginning(address);
  return [`${number}%${street}`, `${street}%${number}`].flatMap(spellings);
}

/** Each once, and none that another one finds as well. */
function withoutNeedless(patterns: readonly string[]): readonly string[] {
  const lower = patterns.map((pattern) => pattern.toLowerCase());
  return patterns.filter(
    (_, at) =>
      !lower.some(
        (other, before) => other !== '' && (lower[at] ?? '').includes(other) && (other !== lower[at] || before < at),
      ),
  );
}

/** Whether any of an account's numbers is one of the person's, however written. */
export function holdsNumber(values: readonly Personal[], who: Identifiers): boolean {
  const { phones, externalIds } = wordsIn(who);
  const endings = phones.map(lastDigits).filter((digits) => digits.length > 5);
  return textsOf(values).some((text) => {
    const isExternal = externalIds.some((id) => id.toLowerCase() === text.trim().toLowerCase());
    return isExternal || endings.some((ending) => text.replaceAll(/\D/g, '').includes(ending));
  });
}
