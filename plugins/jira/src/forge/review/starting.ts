import { randomUUID } from 'node:crypto';
import type { ObstacleCode } from '@lethe/core';
import type { Desk } from '@lethe/review';
import { momentIn } from '../ground/office.ts';
import type { Office } from '../ground/office.ts';
import { sealJob } from '../jobs/job-secret.ts';
import type { JobSecret } from '../jobs/job-secret.ts';
import { noteReview, REVIEW_DAYS } from './review-note.ts';
import type { ReviewNote } from './review-note.ts';
import { workOnReview } from './working-on-review.ts';

/** Who is to be reviewed, for whom, and what the reviewer goes on in spite of. */
export interface Wanted {
  readonly secret: JobSecret;
  readonly acknowledged: readonly ObstacleCode[];
  readonly origin: ReviewNote['origin'];
}

/** A review that was begun. */
export interface Begun {
  readonly review: string;
  readonly note: ReviewNote;
}

/** Begins a review and works on it as far as this invocation's time goes; an event carries it on. */
export async function beginReview(office: Office, desk: Desk, wanted: Wanted): Promise<Begun> {
  const { secret, acknowledged, origin } = wanted;
  const review = randomUUID();
  const now = momentIn(office);
  const note: ReviewNote = {
    person: office.keeping.book.idOf(secret.account),
    origin,
    mode: secret.mode,
    acknowledged,
    since: now,
    touched: now,
    tries: 0,
    result: { at: 'looking', found: 0 },
  };
  await sealJob(review, secret, REVIEW_DAYS);
  await noteReview(review, note);
  return { review, note: await workOnReview(desk, office.outside, { id: review, note, secret }) };
}
