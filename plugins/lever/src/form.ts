import { plainIdentifiers } from '@lethe/core';
import { Personal } from '@lethe/core';
import type { Identifiers, PlainIdentifiers, ReadyStep } from '@lethe/core';
import type { Opportunity } from './schema.ts';

/** Where our texts and Lever's differ in form: the only place that unwraps them, besides `write.ts`. */

/** What a person is looked for by. */
export function wordsIn(who: Identifiers): Required<PlainIdentifiers> {
  return plainIdentifiers(who);
}

/** Whether an opportunity may be of whom is looked for: Lever is not trusted to have understood a filter. */
export function mayBeOf(who: Identifiers, { name, emails, phones }: Opportunity): boolean {
  const wanted = plainIdentifiers(who);
  const addresses = new Set(wanted.addresses.map(canonical));
  const numbers = wanted.phones.map(digitsOf).filter((digits) => digits.length > 0);
  return (
    emails.some((email) => addresses.has(canonical(email.reveal()))) ||
    phones.some((phone) => numbers.includes(digitsOf(phone.reveal()))) ||
    wanted.names.some((one) => sharesWords(one, name.reveal()))
  );
}

/** An address as Lever may compare it: without case, and without what mail providers leave out of account. */
function canonical(address: string): string {
  const [mailbox = '', ...domain] = address.trim().toLowerCase().split('@');
  return `${mailbox.replace(/\+.*$/, '').replaceAll('.', '')}@${domain.join('@')}`;
}

/** The end of a number: countries and zeros in front are written in many ways. */
function digitsOf(phone: string): string {
  return phone.replaceAll(/\D/g, '').slice(-7);
}

function sharesWords(one: string, other: string): boolean {
  const [few, many] = [wordsOf(one), wordsOf(other)].sort((first, second) => first.length - second.length);
  return few !== undefined && few.length > 0 && few.every((word) => many?.includes(word) === true);
}

function wordsOf(name: string): readonly string[] {
  const folded = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** Texts for identifiers, which wrap them again at once. */
export function plainTexts(values: readonly Personal[]): readonly string[] {
  return values.map((value) => value.reveal());
}

/** Each text once, in the order they came. */
export function distinct(values: readonly Personal[]): readonly Personal[] {
  return [...new Set(plainTexts(values))].map((text) => Personal.of(text));
}

/** Several texts as one, each on its own line; blank ones are left out. */
export function lines(...texts: readonly Personal[]): Personal {
  return Personal.of(
    texts
      .filter((text) => !text.isBlank)
      .map((text) => text.reveal())
      .join('\n'),
  );
}

/** Values that reports count, as one. */
export function counted(values: readonly Personal[]): string {
  return plainTexts(values).toSorted().join(', ');
}

/** Whether a name is what Lever puts in place of one: it is then nobody's any more. */
export function isLeversPlaceholder(name: Personal): boolean {
  return name.isBlank || /^anonymi[sz]ed(?: candidate| contact)?$/i.test(name.reveal().trim());
}

/** The text a step writes. */
export function textOf(step: ReadyStep): string {
  return step.after !== undefined && 'text' in step.after ? step.after.text.reveal() : '';
}

/** The entries a step writes. */
export function entriesOf({ after }: ReadyStep): readonly string[] {
  return after?.form === 'list' ? plainTexts(after.items) : [];
}
