import { isOpen } from '@lethe/review';
import { DESK } from '../desk/forge-desk.ts';
import type { Office } from '../ground/office.ts';
import { push } from '../ground/queue.ts';
import { dueLook, looksNotes } from '../later/later-looks.ts';
import { reviewNotes } from '../review/review-note.ts';
import { closed } from '../run/closing.ts';
import { freshNote, handOn } from '../run/handing-on.ts';
import { ABANDONED, runNotes } from '../run/run-note.ts';
import { isUnderWay } from '../run/under-way.ts';

/** Takes up runs and reviews that nobody works on although somebody should, and looks that are due. */
export async function pickedUp(office: Office): Promise<void> {
  await runsOf(office);
  await reviewsOf(office);
  await looksOf(office);
}

/** A crash leaves a run with a note that nobody touches; or, between two writes, without one. One that has ended is put in order. */
async function runsOf(office: Office): Promise<void> {
  const now = office.outside.clock.now();
  for (const [id] of await runNotes.all()) {
    // A query may be behind; reading by key is not.
    const note = await runNotes.get(id);
    const run = await office.keeping.store.run(id);
    if (run === undefined) await runNotes.remove(id);
    else if (note === undefined) continue;
    else if (!isOpen(run)) await closed(office, { run, note });
    else if (note.state !== 'halted' && !isUnderWay(note, now)) await handOn(office, id, { note });
  }
  for (const run of await office.keeping.store.runs({ open: true, host: DESK })) {
    // One that stopped by itself says why.
    if (run.ending !== undefined || run.state === 'running') continue;
    if ((await runNotes.get(run.id)) !== undefined) continue;
    await handOn(office, run.id, { note: freshNote(office, run.plan.person) });
  }
}

async function reviewsOf({ outside }: Office): Promise<void> {
  for (const [id, { person, result, touched }] of await reviewNotes.all()) {
    if (result.at !== 'looking') continue;
    const since = Math.max(Date.parse(touched), Date.parse(result.waitingUntil ?? touched));
    if (outside.clock.now().getTime() - since >= ABANDONED) await push({ kind: 'review', id }, { person });
  }
}

async function looksOf({ outside }: Office): Promise<void> {
  for (const [id, note] of await looksNotes.all())
    if (dueLook(note, outside.clock.now()) !== undefined) await push({ kind: 'later', id }, { person: note.person });
}
