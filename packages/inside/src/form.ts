import { createHash } from 'node:crypto';
import { plainIdentifiers } from '@lethe/core';
import type { Identifiers, Personal, PlainIdentifiers, ReadyStep } from '@lethe/core';

/** Where texts become what Lethe's part takes: the only place of this package that unwraps them. */

/** The text a step writes. */
export function textOf(step: ReadyStep): string {
  return step.after !== undefined && 'text' in step.after ? step.after.text.reveal() : '';
}

/** Lower-case SHA-256 of what a cut was made from: lets the host notice that it was edited since. */
export function seenDigest({ before }: ReadyStep): string | undefined {
  return before === undefined ? undefined : digestOf(before);
}

/** Lower-case SHA-256 of a text. */
export function digestOf(text: Personal): string {
  return createHash('sha256').update(text.reveal(), 'utf8').digest('hex');
}

/** What a person is looked for by, to be put into searches. */
export function wordsIn(who: Identifiers): Required<PlainIdentifiers> {
  return plainIdentifiers(who);
}
