import { accountIn } from '../ground/reference.ts';
import { jobSecret } from '../jobs/job-secret.ts';
import { peopleShown } from '../people/people-shown.ts';
import type { Confirmed, PersonShown, ReviewLine, ReviewState, Told } from '../protocol.ts';
import { reviewNotes } from '../review/review-note.ts';
import type { ReviewNote } from '../review/review-note.ts';
import { shownReview } from '../review/shown-review.ts';
import { beginReview } from '../review/starting.ts';
import { begun } from '../run/beginning.ts';
import { deskAt } from './counter.ts';
import type { Counter } from './counter.ts';
import { noReview, Refused, unknownPerson } from './refusals.ts';

/** Begins a review of the person a reference names. Throws `Refused` for one that names nobody. */
export async function startedReview(counter: Counter, told: Told<'startReview'>): Promise<ReviewState> {
  const { office, account: to } = counter;
  const { keeping, outside, settings } = office;
  const account = accountIn(told.ref, { key: keeping.keys.for('reference'), to, now: outside.clock.now() });
  if (account === undefined) throw new Refused(unknownPerson);
  const mode = told.account ?? settings.account;
  const secret = { account, by: to, also: told.also, mode };
  const wanted = { secret, acknowledged: told.acknowledged, origin: 'screen' } as const;
  const { review, note } = await beginReview(office, deskAt(counter, mode), wanted);
  return shownReview(office, review, { note, person: await personIn(counter, review, note) });
}

/** A review as it is by now. Throws `Refused` where it is not kept any more. */
export async function reviewAgain(counter: Counter, { review }: Told<'review'>): Promise<ReviewState> {
  const note = await notedReview(review);
  return shownReview(counter.office, review, { note, person: await personIn(counter, review, note) });
}

/** Begins the run of a review. Throws `Refused` where it is not kept any more. */
export async function confirmedReview(counter: Counter, told: Told<'confirm'>): Promise<Confirmed> {
  const note = await notedReview(told.review);
  const desk = deskAt(counter, note.mode);
  return begun(counter.office, desk, { ...told, note, by: counter.account });
}

/** Reviews nobody has confirmed yet, the newest first. */
export async function reviewLines(): Promise<readonly ReviewLine[]> {
  const notes = await reviewNotes.all();
  return notes
    .flatMap(([review, { origin, since, result }]) =>
      result.at === 'begun' ? [] : [{ review, origin, since, at: result.at }],
    )
    .sort((one, other) => other.since.localeCompare(one.since));
}

async function notedReview(review: string): Promise<ReviewNote> {
  const note = await reviewNotes.get(review);
  if (note === undefined) throw new Refused(noReview);
  return note;
}

/** Whom a review is about, where there is something to decide: read from Jira now, as nothing of it is kept. */
async function personIn(counter: Counter, review: string, note: ReviewNote): Promise<PersonShown | undefined> {
  if (note.result.at !== 'reviewed' && note.result.at !== 'blocked') return undefined;
  const secret = await jobSecret(review);
  if (secret === undefined) return undefined;
  const { host } = deskAt(counter, note.mode);
  const [person] = await peopleShown(counter.office, [secret.account], { host, to: counter.account });
  return person;
}
