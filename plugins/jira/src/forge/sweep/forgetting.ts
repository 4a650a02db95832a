import type { Office } from '../ground/office.ts';
import { destroyJob } from '../jobs/job-secret.ts';
import { REVIEW_DAYS, reviewNotes } from '../review/review-note.ts';
import { looksNotes } from '../later/later-looks.ts';
import { ANY, anyErased, erasedNotes } from '../returns/erased.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Throws away plans nobody ran, reports older than the settings say, and what erased people are recognized by: as old as that too, or all of it
 * where nobody wants to know.
 */
export async function forgotten({ keeping, settings, outside }: Office): Promise<void> {
  await keeping.store.forgetOld(settings.reportDays);
  for (const [run] of await looksNotes.all())
    if ((await keeping.store.run(run)) === undefined) await looksNotes.remove(run);
  await reviewsForgotten(outside.clock.now());
  const oldest = settings.watchReturns ? outside.clock.now().getTime() - settings.reportDays * DAY : Infinity;
  for (const [hash, { at }] of await erasedNotes.all()) if (Date.parse(at) < oldest) await erasedNotes.remove(hash);
  if (!settings.watchReturns) await anyErased.remove(ANY);
}

/** Forge may keep what has expired for two more days; what a review knew is not left to that. */
async function reviewsForgotten(now: Date): Promise<void> {
  for (const [id, { since, result }] of await reviewNotes.all()) {
    if (result.at === 'begun' || now.getTime() - Date.parse(since) < REVIEW_DAYS * DAY) continue;
    await destroyJob(id);
    await reviewNotes.remove(id);
  }
}
