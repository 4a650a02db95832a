import { createHash } from 'node:crypto';
import { Personal } from '@lethe/core';
import type { Identifiers, ReadyStep } from '@lethe/core';

/** Where our texts and Redmine's differ in form, and what we look for in Redmine's words. The only place that unwraps, with `write.ts`. */

/** What stands for a last name nobody has: Redmine wants one. */
const NO_LAST_NAME = '-';

/** Redmine's two names as one. */
export function fullName(firstname: Personal, lastname: Personal): Personal {
  const last = lastname.reveal().trim();
  return Personal.of(last === NO_LAST_NAME ? firstname.reveal() : `${firstname.reveal()} ${last}`.trim());
}

/** One name as Redmine's two; both are never blank. */
function splitName(name: Personal): { readonly firstname: string; readonly lastname: string } {
  const [firstname = '', ...others] = name.reveal().trim().split(/\s+/);
  return { firstname, lastname: others.length === 0 ? NO_LAST_NAME : others.join(' ') };
}

/** A company's name: what is kept is no secret. */
export function companyName(field: Personal): string {
  return field.reveal().trim();
}

/** The text a step writes. */
export function textOf(step: ReadyStep): string {
  return step.after !== undefined && 'text' in step.after ? step.after.text.reveal() : '';
}

/** The values a step leaves in a field of several values. */
export function itemsOf(step: ReadyStep): readonly string[] {
  return step.after?.form === 'list' ? step.after.items.map((item) => item.reveal()) : [];
}

/** The name a step writes, as Redmine's two. */
export function namesOf(step: ReadyStep): { readonly firstname: string; readonly lastname: string } {
  return splitName(Personal.of(textOf(step)));
}

/** Lower-case SHA-256 of what a cut was made from: lets Redmine notice that it was edited since. */
export function seenDigest(step: ReadyStep): string | undefined {
  return step.before === undefined
    ? undefined
    : createHash('sha256').update(step.before.reveal(), 'utf8').digest('hex');
}

/** A wiki page's address below Redmine's. */
export function pagePath(project: string, title: Personal): string {
  return `/projects/${project}/wiki/${encodeURIComponent(title.reveal())}`;
}

/** Project and title of the wiki page a search result leads to. */
export function pageIn(address: Personal): { readonly project: Personal; readonly title: Personal } | undefined {
  const [, project, title] = /\/projects\/([^/]+)\/wiki\/([^/?#]+)/.exec(address.reveal()) ?? [];
  return project === undefined || title === undefined
    ? undefined
    : { project: Personal.of(decodeURIComponent(project)), title: Personal.of(decodeURIComponent(title)) };
}

/** The parts of an address that is written with a tag: `ada+shop@mail.test` for `ada@mail.test`. */
function taggedParts(address: string): readonly string[] {
  const at = address.lastIndexOf('@');
  return at < 1 ? [] : [`${address.slice(0, at)}+`, address.slice(at)];
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** What Redmine's LIKE takes for different: composed and decomposed letters, and upper case beyond ASCII on some databases. */
function spellings(text: string): readonly string[] {
  const forms = [text.normalize('NFC'), text.normalize('NFD')];
  const cases = /^[\x20-\x7e]*$/.test(text)
    ? forms
    : forms.flatMap((one) => [one, one.toLowerCase(), one.toUpperCase()]);
  return [...new Set(cases)];
}

/** Words that Redmine's search must find together; quotes would make them a phrase. */
function words(text: string): string {
  return text.replaceAll('"', ' ').trim();
}

/** A search, and the identifier it looks for. */
export interface Search {
  readonly q: string;
  readonly identifier: Personal;
}

/**
 * Searches that together find every mention of the person: all words of one search stand in one text.
 * A telephone number is looked for by its last seven digits, three and four, whatever stands between.
 */
export function searchesFor(who: Identifiers): readonly Search[] {
  const exact = [...who.addresses, ...who.logins, ...who.externalIds, ...who.names].map((one) => ({
    q: one.reveal(),
    identifier: one,
  }));
  const tagged = who.addresses.map((one) => ({ q: taggedParts(one.reveal()).join(' '), identifier: one }));
  const phones = who.phones.map((one) => ({ q: phoneSearch(one.reveal()), identifier: one }));
  const searches = [...exact, ...tagged, ...phones].flatMap(({ q, identifier }) =>
    spellings(words(q)).map((spelling) => ({ q: spelling, identifier })),
  );
  const sound = searches.filter(({ q }) => isSearchable(q));
  return sound.filter((search, at) => !sound.some((other, before) => makesNeedless(other, search, before < at)));
}

/** Whether one search finds all that another one finds: each of its words stands in one of the other's. */
function makesNeedless(wide: Search, narrow: Search, first: boolean): boolean {
  if (wide.q === narrow.q) return first;
  const others = narrow.q.toLowerCase().split(/\s+/);
  return wide.q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 1)
    .every((word) => others.some((other) => other.includes(word)));
}

function phoneSearch(phone: string): string {
  const digits = digitsOf(phone);
  return digits.length < 7 ? phone : `${digits.slice(-7, -4)} ${digits.slice(-4)}`;
}

/** Redmine drops single letters from a search; one that has nothing else finds nothing. */
function isSearchable(search: string): boolean {
  return search.split(/\s+/).some((word) => word.length > 1);
}

/** What Redmine's list of people is filtered by: names, addresses and logins. */
export function nameFiltersFor(who: Identifiers): readonly string[] {
  const texts = [...who.addresses, ...who.logins, ...who.names].map((text) => text.reveal());
  return [...new Set(texts.flatMap(spellings))];
}

/** Whether any of an account's fields holds one of the person's numbers, however written. */
export function holdsNumber(values: readonly Personal[], who: Identifiers): boolean {
  const phones = who.phones.map((phone) => digitsOf(phone.reveal()).slice(-7)).filter((digits) => digits.length >= 6);
  const externals = who.externalIds.map((id) => id.reveal().toLowerCase());
  return values.some((value) => {
    const text = value.reveal();
    return phones.some((phone) => digitsOf(text).includes(phone)) || externals.includes(text.trim().toLowerCase());
  });
}

/** Terms and telephone numbers as Lethe's part in Redmine takes them: at least three letters, at least six digits. */
export function termsFor(who: Identifiers): { readonly terms: readonly string[]; readonly phones: readonly string[] } {
  const tagged = who.addresses
    .map((address) => taggedParts(address.reveal())[0] ?? '')
    .filter((part) => part.length > 5);
  const exact = [...who.addresses, ...who.logins, ...who.externalIds, ...who.names].map((text) => text.reveal());
  const terms = [...exact, ...tagged].filter((term) => term.length <= 200 && letters(term) >= 3);
  const phones = who.phones
    .map((phone) => digitsOf(phone.reveal()))
    .filter((digits) => digits.length >= 6 && digits.length <= 20);
  return {
    terms: [...new Set(terms)].slice(0, 200),
    phones: [...new Set(phones.map((phone) => phone.slice(-7)))].slice(0, 200),
  };
}

function letters(term: string): number {
  return term.replace(/[\s_\-.,+]|\p{Mn}/gu, '').length;
}
