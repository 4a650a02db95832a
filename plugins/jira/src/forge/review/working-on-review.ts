import type { Desk } from '@lethe/review';
import { OutOfTime } from '../../transport/out-of-time.ts';
import { WaitTooLong } from '../ground/deadline.ts';
import type { Outside } from '../ground/outside.ts';
import { push } from '../ground/queue.ts';
import type { JobSecret } from '../jobs/job-secret.ts';
import { mayPass, resultOf } from './reviewing.ts';
import { noteReview } from './review-note.ts';
import type { ReviewNote } from './review-note.ts';

/** A review that is begun so often and never comes to an end has failed. */
const TRIES = 8;
/** Before asking a host again that could not answer, in seconds. */
const PAUSE = 60;

/** A review to be worked on. */
export interface ReviewWork {
  readonly id: string;
  readonly note: ReviewNote;
  readonly secret: JobSecret;
}

/**
 * Works on a review that is `looking`, and writes down what came of it. Where this invocation does not suffice it stays `looking` and an
 * event brings it up again: what was found so far is not kept, as it would be personal.
 */
export async function workOnReview(desk: Desk, outside: Outside, work: ReviewWork): Promise<ReviewNote> {
  const begun = { ...work.note, touched: nowOf(outside), tries: work.note.tries + 1 };
  await noteReview(work.id, begun);
  let found = 0;
  try {
    const also = work.secret.also;
    const result = await resultOf(desk, { note: begun, also, found: (spots) => (found = spots) });
    const isLast = begun.tries >= TRIES;
    if (mayPass(result) && !isLast) return await laid(outside, { ...work, note: begun }, { found, seconds: PAUSE });
    return await written(work.id, { ...begun, touched: nowOf(outside), result });
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
    if (begun.tries >= TRIES) return written(work.id, { ...begun, touched: nowOf(outside), result: tooMuch });
    const seconds = error instanceof WaitTooLong ? secondsUntil(error.until, outside) : 0;
    return laid(outside, { ...work, note: begun }, { found, seconds });
  }
}

async function laid(
  outside: Outside,
  { id, note }: ReviewWork,
  { found, seconds }: { readonly found: number; readonly seconds: number },
): Promise<ReviewNote> {
  const until = new Date(outside.clock.now().getTime() + seconds * 1000).toISOString();
  const waiting = seconds === 0 ? {} : { waitingUntil: until };
  const later: ReviewNote = { ...note, touched: nowOf(outside), result: { at: 'looking', found, ...waiting } };
  await noteReview(id, later);
  await push({ kind: 'review', id }, { person: note.person, delaySeconds: seconds });
  return later;
}

async function written(id: string, note: ReviewNote): Promise<ReviewNote> {
  await noteReview(id, note);
  return note;
}

function nowOf({ clock }: Outside): string {
  return clock.now().toISOString();
}

function secondsUntil(until: Date, { clock }: Outside): number {
  return Math.max(1, Math.ceil((until.getTime() - clock.now().getTime()) / 1000));
}

const tooMuch = {
  at: 'failed',
  code: 'too-fast',
  says: 'There is more of this person than Jira lets the app read in the time Forge gives it.',
  remedy: 'Try again at a time when less goes on, or ask Atlassian for a higher limit.',
} as const;
