import { Personal } from '@lethe/core';
import type { ReadyStep } from '@lethe/core';
import { textOf } from '@lethe/inside';
import { copiesOf, envelopeOf, peopleOf, saidIn, withCopies, withEnvelope } from './mail-headers.ts';

/** Where our texts and RT's differ in form: the only place that unwraps them. */

/** A company's name: what is kept is no secret. */
export function companyName(text: Personal): string {
  return text.reveal().trim();
}

/** The values a step leaves in a field of several values, or in a list of copies. */
export function itemsOf(step: ReadyStep): readonly string[] {
  return step.after?.form === 'list' ? step.after.items.map((item) => item.reveal()) : [];
}

/** The words of a mail's headers that name somebody, copies apart. */
export function envelopeIn(headers: Personal): Personal {
  return Personal.of(envelopeOf(headers.reveal()));
}

/** Everybody in copy of a mail. */
export function copiesIn(headers: Personal): readonly Personal[] {
  return copiesOf(headers.reveal()).map((entry) => Personal.of(entry));
}

/** Who stands in some headers of a mail, by the headers' names in small letters. */
export function peopleIn(headers: Personal, ...names: readonly string[]): readonly Personal[] {
  return peopleOf(headers.reveal(), names).map((entry) => Personal.of(entry));
}

/** How a message came into RT, as RT itself notes it: `Email`, `Web`, `REST`. No words of a person. */
export function interfaceIn(headers: Personal): string {
  return saidIn(headers.reveal(), 'x-rt-interface').replaceAll(/[^A-Za-z0-9]/g, '');
}

/** The headers as they are to be once a step is done. */
export function headersAfter(headers: Personal, step: ReadyStep): Personal {
  const now = headers.reveal();
  return Personal.of(step.kind === 'message.copies' ? withCopies(now, itemsOf(step)) : withEnvelope(now, textOf(step)));
}

/** A text as it is sent to RT. */
export function sentAs(text: Personal): string {
  return text.reveal();
}

/** A place where somebody lives, from the parts RT keeps of it; nothing without a street. */
export function postalAddress(street: Personal, ...others: readonly Personal[]): Personal {
  if (street.isBlank) return Personal.blank;
  const parts = [street, ...others].map((part) => part.reveal().trim()).filter((part) => part !== '');
  return Personal.of(parts.join(', '));
}

/** Whether an account's name is an address, as it is where a mail made the account. */
export function isAddress(text: Personal): boolean {
  return text.reveal().includes('@');
}

/** Whether RT or its owner made the account for itself: never a person. */
export function isOfSystem(name: Personal): boolean {
  return ['RT_System', 'Nobody', 'root'].includes(name.reveal());
}

/** Whether an account goes by one of these names. */
export function isCalled(name: Personal, names: readonly string[]): boolean {
  const own = name.reveal().trim().toLowerCase();
  return names.some((one) => one.toLowerCase() === own);
}

/** Texts, to be compared with what is looked for. */
export function textsOf(values: readonly Personal[]): readonly string[] {
  return values.map((value) => value.reveal());
}
