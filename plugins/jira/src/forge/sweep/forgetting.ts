import type { Office } from '../ground/office.ts';
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
  const oldest = settings.watchReturns ? outside.clock.now().getTime() - settings.reportDays * DAY : Infinity;
  for (const [hash, { at }] of await erasedNotes.all()) if (Date.parse(at) < oldest) await erasedNotes.remove(hash);
  if (!settings.watchReturns) await anyErased.remove(ANY);
}
