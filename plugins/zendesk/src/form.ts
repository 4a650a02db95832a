import { Personal, plainIdentifiers } from '@lethe/core';
import type { Identifiers, PlainIdentifiers, ReadyStep } from '@lethe/core';
import { isBlocksOnly, isRedactedAway, markedCuts, markedRanges, markedWhole } from './redaction-marks.ts';

/** Where our texts and Zendesk's differ in form: the only place that unwraps them, besides `write.ts`. */

/** What Zendesk calls the file it leaves in place of a redacted one. */
const REDACTED_FILE = 'redacted.txt';

/** A body as it counts: nothing, where only blocks are left to read. */
export function bodyOf(html: Personal): Personal {
  return isRedactedAway(html.reveal()) ? Personal.blank : html;
}

/** Whether a file is what a redaction left. */
export function isRedactedFile(name: Personal): boolean {
  return name.reveal() === REDACTED_FILE;
}

/** Whether a tag is the one Zendesk gives every ticket with a redaction. */
export function isRedactionTag(tag: Personal): boolean {
  return tag.reveal() === 'redacted_content';
}

/** Which entries of a list do not stay. */
export function leavingFrom(step: ReadyStep, entries: readonly Personal[]): readonly string[] {
  return entries.filter((entry) => !staysIn(step, entry)).map((entry) => entry.reveal());
}

/** The body to send so that the step is carried out; nothing if there is nothing left of it. */
export function markedBody(step: ReadyStep, html: Personal): string | undefined {
  if (step.verb !== 'cut') return markedWhole(html.reveal());
  const before = step.before?.reveal() ?? '';
  return markedCuts(before, step.cuts ?? []);
}

/** Whether a body is not what a cut was made from. */
export function isEdited({ before }: ReadyStep, html: Personal): boolean {
  return before !== undefined && !before.equals(html);
}

/** The text of a chat line to send so that the step is carried out; nothing if there is nothing left of it. */
export function markedText({ verb, before, cuts = [] }: ReadyStep, text: Personal): string | undefined {
  if (verb === 'cut') return markedRanges(before?.reveal() ?? '', cuts);
  const whole = text.reveal();
  return isBlocksOnly(whole) ? undefined : markedRanges(whole, [{ start: 0, end: whole.length }]);
}

/** A line of a chat as it counts: nothing, where only blocks are left to read. */
export function chatTextOf(text: Personal): Personal {
  return isBlocksOnly(text.reveal()) ? Personal.blank : text;
}

/** The text a step writes. */
export function textOf(step: ReadyStep): string {
  return step.after !== undefined && 'text' in step.after ? step.after.text.reveal() : '';
}

/** An address of a file, to be sent back. */
export function addressOf(address: Personal): string {
  return address.reveal();
}

/** An entry of a list, to be looked up in what stays of it. */
export function staysIn({ after }: ReadyStep, entry: Personal): boolean {
  return after?.form === 'list' && after.items.some((item) => item.equals(entry));
}

/** Whether an address was put in place of one that Zendesk did not give up. */
export function isPlaceholder(value: Personal): boolean {
  return /^anonymized-[\w-]+@anonymized\.invalid$/i.test(value.reveal());
}

/** Whether a text looks like a mail address. */
export function isAddress(value: Personal): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(value.reveal());
}

/** What a person is looked for by, to be put into searches. */
export function wordsIn(who: Identifiers): Required<PlainIdentifiers> {
  return plainIdentifiers(who);
}

/** Several texts as one, each on its own line. */
export function lines(...texts: readonly Personal[]): Personal {
  return Personal.of(
    texts
      .filter((text) => !text.isBlank)
      .map((text) => text.reveal())
      .join('\n'),
  );
}

/** Values of fields as plain text, for identifiers: these unwrap nothing that is not wrapped again at once. */
export function plainTexts(values: readonly Personal[]): readonly string[] {
  return values.map((value) => value.reveal());
}
