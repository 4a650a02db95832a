import { ranByItself } from '../automation/run-by-itself.ts';
import { forgeDesk } from '../desk/forge-desk.ts';
import type { Office } from '../ground/office.ts';
import { push } from '../ground/queue.ts';
import { jobSecret } from '../jobs/job-secret.ts';
import { actingNow } from '../run/acting-now.ts';
import { reviewNotes } from './review-note.ts';
import { workOnReview } from './working-on-review.ts';

/**
 * Works on a review that did not fit into a click, for whoever asked for it, if they still may. One that is not `looking` any more is left alone,
 * so that an event that comes twice or late does nothing.
 */
export async function carryOnReview(office: Office, id: string): Promise<void> {
  const note = await reviewNotes.get(id);
  const secret = await jobSecret(id);
  if (note?.result.at !== 'looking' || secret === undefined) return;
  const { waitingUntil } = note.result;
  const seconds =
    waitingUntil === undefined ? 0 : (Date.parse(waitingUntil) - office.outside.clock.now().getTime()) / 1000;
  if (seconds > 1) return push({ kind: 'review', id }, { person: note.person, delaySeconds: seconds });
  const { book } = office.keeping;
  book.idOf(secret.account);
  const desk = forgeDesk({
    ...office,
    isPatient: true,
    mode: secret.mode,
    actor: async () => actingNow(office, { account: secret.by, listen: async () => Promise.resolve() }),
    askedBy: book.idOf(secret.by),
  });
  const worked = await workOnReview(desk, office.outside, { id, note, secret });
  await ranByItself(office, { review: id, note: worked, desk, account: secret.by });
}
