import { Personal } from '@lethe/core';
import type { Identifiers } from '@lethe/core';
import { lastDigits, streetBeginning, wordsIn } from '@lethe/inside';
import { textsOf } from './form.ts';

/** What to ask Redmine for, so that every mention of a person is found: too much rather than too little. */

/** A search: all of its words in one text, or any of them. */
export interface Search {
  readonly words: readonly string[];
  readonly any: boolean;
  /** What it looks for. */
  readonly identifier: Personal;
}

/** The most words Redmine looks for at once. */
const MOST_WORDS = 5;

/** Searches over REST; together they find every mention. Words that stand alone share a search. */
export function searchesFor(who: Identifiers): readonly Search[] {
  const clauses = clausesFor(who);
  const alone = clauses.flatMap((words) => (words.length === 1 ? words : []));
  const together = clauses.filter((words) => words.length > 1);
  const shared = Array.from({ length: Math.ceil(alone.length / MOST_WORDS) }, (_, at) =>
    alone.slice(at * MOST_WORDS, (at + 1) * MOST_WORDS),
  );
  return [
    ...shared.map((words): Search => ({ words, any: true, identifier: Personal.of(words[0]) })),
    ...together.map((words): Search => ({ words, any: false, identifier: nameIn(who) })),
  ];
}

function nameIn(who: Identifiers): Personal {
  return who.names[0] ?? who.phones[0] ?? Personal.blank;
}

/** What comments on spent time are filtered by, one after the other: there is no "any" for them. */
export function commentFiltersFor(who: Identifiers): readonly string[] {
  return clausesFor(who).map((words) => words.join(' '));
}

/** Words that must stand together; each list finds one identifier. A list that another one makes needless is left out. */
function clausesFor(who: Identifiers): readonly (readonly string[])[] {
  const { addresses, logins, externalIds, names, phones, postalAddresses } = wordsIn(who);
  const tagged = addresses.map((address) => `${address.slice(0, Math.max(0, address.lastIndexOf('@')))}+`);
  const texts = [...addresses, ...tagged, ...logins, ...externalIds, ...names, ...postalAddresses.map(houseWords)].map(
    (text) => text.replaceAll('"', ' '),
  );
  const clauses = [...texts.flatMap(spellings), ...phones.map(phoneWords)]
    .map(soundWords)
    .filter((words) => words.length > 0);
  return clauses.filter((words, at) => !clauses.some((other, before) => makesNeedless(other, words, before < at)));
}

/** Redmine drops single letters from a search, and all words after the fifth. */
function soundWords(text: string): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word.length > 1);
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** Whether one clause finds all that another one finds: each of its words stands in one of the other's. */
function makesNeedless(wide: readonly string[], narrow: readonly string[], isFirst: boolean): boolean {
  const covers = (some: readonly string[], others: readonly string[]): boolean =>
    some.every((word) => others.some((other) => asciiLower(other).includes(asciiLower(word))));
  return covers(wide, narrow) && (isFirst || !covers(narrow, wide));
}

function asciiLower(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/**
 * Some databases know upper case in ASCII only, and none takes a composed letter for a decomposed one: of a text with other
 * letters the stretches between them are looked for. Where too little is left, its spellings are looked for one by one.
 */
function spellings(text: string): readonly string[] {
  if (/^[\x20-\x7e]*$/.test(text)) return [text];
  const stretches = text.normalize('NFC').match(/[\x21-\x7e]{2,}/g) ?? [];
  if (stretches.some((stretch) => stretch.length > 2) && stretches.join('').length > 4) return [stretches.join(' ')];
  const forms = [text.normalize('NFC'), text.normalize('NFD')];
  return [...new Set(forms.flatMap((one) => [one, one.toLowerCase(), one.toUpperCase()]))];
}

/** A telephone number by its last seven digits, three and four, whatever stands between. */
function phoneWords(phone: string): string {
  const digits = digitsOf(phone);
  return digits.length < 7 ? phone : `${digits.slice(-7, -4)} ${digits.slice(-4)}`;
}

/** A postal address by its house number and how its street begins: the rest may be shortened or left out. */
function houseWords(address: string): string {
  const number = /(?<![\p{L}\p{Nd}])\d+/u.exec(address)?.[0] ?? '';
  return `${number} ${streetBeginning(address)}`;
}

/** What Redmine's list of accounts is filtered by: names, addresses and logins. */
export function nameFiltersFor(who: Identifiers): readonly string[] {
  const { addresses, logins, names } = wordsIn(who);
  return [...new Set([...addresses, ...logins, ...names].flatMap(spellings))];
}

/** Whether any of an account's fields holds one of the person's numbers, however written. */
export function holdsNumber(values: readonly Personal[], who: Identifiers): boolean {
  const { phones, externalIds } = wordsIn(who);
  const endings = phones.map(lastDigits).filter((digits) => digits.length > 5);
  return textsOf(values).some((text) => {
    const isExternal = externalIds.some((id) => id.toLowerCase() === text.trim().toLowerCase());
    return isExternal || endings.some((ending) => digitsOf(text).includes(ending));
  });
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}
