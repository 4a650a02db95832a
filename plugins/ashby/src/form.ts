import { Personal, plainIdentifiers } from '@lethe/core';
import type { Identifiers, PlainIdentifiers, ReadyStep } from '@lethe/core';
import type { Entry } from './schema.ts';

/** Where our texts and Ashby's differ in form: the only place that unwraps them, besides `write.ts`. */

/** What a person is looked for by. */
export function wordsIn(who: Identifiers): Required<PlainIdentifiers> {
  return plainIdentifiers(who);
}

/** Whether a candidate may be whom is looked for: Ashby is not trusted to have understood a search. */
export function mayBe(who: Identifiers, { name, emailAddresses, phoneNumbers }: Entry): boolean {
  const wanted = plainIdentifiers(who);
  const addresses = new Set(wanted.addresses.map(canonical));
  const numbers = wanted.phones.map(digitsOf).filter((digits) => digits.length > 0);
  return (
    emailAddresses.some((email) => addresses.has(canonical(email.reveal()))) ||
    phoneNumbers.some((phone) => numbers.includes(digitsOf(phone.reveal()))) ||
    wanted.names.some((one) => sharesWords(one, name.reveal()))
  );
}

/** An address without case, and without what mail providers leave out of account. */
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

/** Several texts as one, each on its own line; blank ones are left out. */
export function lines(...texts: readonly Personal[]): Personal {
  return Personal.of(
    texts
      .filter((text) => !text.isBlank)
      .map((text) => text.reveal())
      .join('\n'),
  );
}

/** Whether a name is what is put in place of one: it is then nobody's any more. Ashby does not say what it writes there. */
export function isPlaceholder(name: Personal): boolean {
  return name.isBlank || /^\W*(?:anonymi[sz]ed|anonymous|redacted|deleted|removed)\b/i.test(name.reveal());
}

/** The text a step writes. */
export function textOf(step: ReadyStep): string {
  return step.after !== undefined && 'text' in step.after ? step.after.text.reveal() : '';
}

/** The entries a step leaves. */
export function entriesOf({ after }: ReadyStep): readonly string[] {
  return after?.form === 'list' ? plainTexts(after.items) : [];
}
