import { RuleError } from '@lethe/core';
import { troubled } from '@lethe/review';
import type { Refusal, RefusalCode } from '../protocol.ts';
import { OutOfTime } from '../../transport/out-of-time.ts';

/** Whoever clicked may not do it. */
export const notAllowed = refusal(
  'not-allowed',
  'You do not have the permission for this.',
  'A Jira administrator grants "Anonymize users" in Jira settings > System > Global permissions; settings are for administrators.',
);

/** What was sent is not what a screen sends. */
export const invalid = refusal('invalid', 'This request cannot be read.', 'Reload the page and try again.');

/** The reference names nobody: it was made up, is another user's, or is older than a day. */
export const unknownPerson = refusal(
  'gone',
  'This person was found too long ago, or by somebody else.',
  'Look the person up again.',
);

/** There is no review of that id any more. */
export const noReview = refusal(
  'gone',
  'This review is not kept any more: nobody confirmed it for a day.',
  'Review the person again.',
);

/** A refusal, thrown where it is found and answered at the edge. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(why: Refusal) {
    super('The request is refused.');
    this.refusal = why;
  }
}

/** What is answered when something failed: fixed words, whatever was thrown. */
export function refusalFor(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof OutOfTime) return tooLong;
  if (error instanceof RuleError) return wrongSettings;
  const { code, says, remedy } = troubled(error, undefined);
  return refusal(code, says, remedy);
}

const tooLong = refusal(
  'too-fast',
  'Jira did not answer in the time a click has.',
  'Try again in a while; what goes on in the background is not affected.',
);

const wrongSettings = refusal(
  'rejected',
  'The settings of the app cannot be used.',
  'An administrator opens the settings of the app, looks at what is marked and saves them again.',
);

function refusal(code: RefusalCode, says: string, remedy: string): Refusal {
  return { ok: false, code, says, remedy };
}
