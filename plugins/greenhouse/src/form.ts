import { Personal, plainIdentifiers } from '@lethe/core';
import type { Identifiers, PlainIdentifiers, ReadyStep } from '@lethe/core';
import type { NewName } from './harvest.ts';
import type { Candidate } from './record.ts';

/** Where our texts and Greenhouse's differ in form: the only place that unwraps them, besides `write.ts`. */

/** What a person is looked for by. */
export function wordsIn(who: Identifiers): Required<PlainIdentifiers> {
  return plainIdentifiers(who);
}

/** Whether a candidate may be whom is looked for: Greenhouse is not trusted to have understood a filter. */
export function mayBe(who: Identifiers, { name, preferredName, emails, phones }: Candidate): boolean {
  const wanted = plainIdentifiers(who);
  const addresses = new Set(wanted.addresses.map(canonical));
  const numbers = wanted.phones.map(digitsOf).filter((digits) => digits.length > 0);
  const names = plainTexts([name, preferredName]);
  return (
    emails.some((email) => addresses.has(canonical(email.reveal()))) ||
    phones.some((phone) => numbers.includes(digitsOf(phone.reveal()))) ||
    wanted.names.some((one) => names.some((other) => sharesWords(one, other)))
  );
}

/** An address as mail providers may compare it: without case, tags and dots. */
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

/** Several texts as one, joined; blank ones are left out. */
export function joined(separator: string, ...texts: readonly Personal[]): Personal {
  return Personal.of(plainTexts(texts.filter((text) => !text.isBlank)).join(separator));
}

/** Names somebody goes by. What Greenhouse's own anonymization puts in place of one, "Anonymized" and the number, is nobody's. */
export function namesOf({ id, name, preferredName }: Candidate): readonly string[] {
  return plainTexts([name, preferredName]).filter((text) => text.trim() !== '' && text !== `Anonymized ${id}`);
}

/** The rules' name as Greenhouse wants it, in two parts: what comes after the first word is the last name. */
export function twoNames(text: string): NewName {
  const [first = '', ...last] = text.trim().split(/\s+/);
  return { first, last: last.join(' ') };
}

/** The text a step writes. */
export function textOf(step: ReadyStep): string {
  return step.after !== undefined && 'text' in step.after ? step.after.text.reveal() : '';
}
