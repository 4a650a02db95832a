import type { Office } from '../ground/office.ts';
import { looksNotes } from '../later/later-looks.ts';
import { ANY, anyErased, erasedNotes } from '../returns/erased.ts';

/** Throws away plans nobody ran, reports older than the settings say, and what erased people are recognized by where nobody wants to know. */
export async function forgotten({ keeping, settings }: Office): Promise<void> {
  await keeping.store.forgetOld(settings.reportDays);
  for (const [run] of await looksNotes.all())
    if ((await keeping.store.run(run)) === undefined) await looksNotes.remove(run);
  if (settings.watchReturns) return;
  await anyErased.remove(ANY);
  for (const [hash] of await erasedNotes.all()) await erasedNotes.remove(hash);
}
