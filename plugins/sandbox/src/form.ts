import type { Identifiers, Personal } from '@lethe/core';
import { folded, foldedLetters } from './folded.ts';
import type { StoredPerson } from './schema.ts';

const SHORT = 4;
const SIGNIFICANT_DIGITS = 8;

/** Whether a text may name somebody. Says yes too often rather than too seldom. */
export type Search = (text: string) => boolean;

/** A search for texts that may name the person; blind to case, marks and encodings. */
export function searchFor(who: Identifiers): Search {
  const terms = [
    ...revealed(who.addresses).map(addressTerm),
    ...[...revealed(who.logins), ...revealed(who.externalIds)].map((text) => wordTerm(foldedLetters(text))),
    ...revealed(who.names).map(nameTerm),
    ...revealed(who.postalAddresses).map(streetTerm),
    ...revealed(who.phones)
      .map(digitsOf)
      .filter((digits) => digits !== '')
      .map(phoneTerm),
  ];
  return (text) => {
    const loose = folded(text);
    return terms.some((term) => term(loose));
  };
}

/** Whether a card may be of the person looked for: by any address, phone, login, number, or the whole name in any order. */
export function cardSearchFor(who: Identifiers): (card: StoredPerson) => boolean {
  const addresses = new Set(revealed(who.addresses).map(mailboxOf));
  const phones = revealed(who.phones)
    .map(digitsOf)
    .filter((digits) => digits !== '');
  const marks = new Set([...revealed(who.logins), ...revealed(who.externalIds)].map((text) => foldedLetters(text)));
  const names = revealed(who.names).map(wordsOf);
  return (card) =>
    card.addresses.some(({ text }) => addresses.has(mailboxOf(text))) ||
    card.phones.some(({ text }) => phones.includes(digitsOf(text))) ||
    [card.login, card.number].some((mark) => mark !== '' && marks.has(foldedLetters(mark))) ||
    names.some((name) => isSameName(name, wordsOf(card.name)));
}

/** An address to compare by, or a text full of them: small letters, without plus-tags. */
export function mailboxOf(text: string): string {
  return text.toLowerCase().replace(/\+[^\s@"]*@/g, '@');
}

function revealed(texts: readonly Personal[]): readonly string[] {
  return texts.map((text) => text.reveal());
}

/** The part before the @, alone if it is long enough to mean somebody. */
function addressTerm(address: string): Search {
  const [local = ''] = mailboxOf(address).split('@');
  const term = foldedLetters(local);
  if (term.length > SHORT + 2) return (loose) => loose.includes(term);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term)}(?:\\+[^\\s@]*)?\\s?@`, 'u');
  return (loose) => pattern.test(loose);
}

/** The last word of a name, or any two of its words: so "J. Doe" and "Doe, Jane" are found. */
function nameTerm(name: string): Search {
  const words = wordsOf(name).map(wordTerm);
  const last = words.at(-1);
  return (loose) => last?.(loose) === true || words.filter((word) => word(loose)).length >= 2;
}

/** The house number and how the street begins: the rest may be shortened or left out. */
function streetTerm(address: string): Search {
  const words = wordsOf(address);
  const number = words.find((word) => /^\d/.test(word));
  const street = words.find((word) => /^\p{L}{3}/u.test(word))?.slice(0, SHORT);
  return (loose) => [number, street].every((word) => word === undefined || loose.includes(word));
}

function wordTerm(word: string): Search {
  if (word.length >= SHORT) return (loose) => loose.includes(word);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'u');
  return (loose) => pattern.test(loose);
}

function wordsOf(name: string): readonly string[] {
  return foldedLetters(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function isSameName(one: readonly string[], other: readonly string[]): boolean {
  return (
    one.length > 0 &&
    other.length > 0 &&
    (one.every((word) => other.includes(word)) || other.every((word) => one.includes(word)))
  );
}

/** Numbers are told apart by their end: the beginning is written in many ways, or not at all. */
function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '').slice(-SIGNIFICANT_DIGITS);
}

/** The digits in this order, whatever separates them. */
function phoneTerm(digits: string): Search {
  const pattern = new RegExp(Array.from(digits).join('[\\s()./\\u2010-\\u2015-]*'));
  return (loose) => pattern.test(loose);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
