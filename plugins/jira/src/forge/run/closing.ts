import type { RunRecord, StopReason } from '@lethe/core';
import { isOpen } from '@lethe/review';
import type { Office } from '../ground/office.ts';
import { destroyJob } from '../jobs/job-secret.ts';
import { planLooks } from '../later/later-looks.ts';
import { handOn } from './handing-on.ts';
import { forgetWork, runNotes, stopNotes } from './run-note.ts';
import type { RunNote } from './run-note.ts';

/** Reasons that pass by themselves: the run goes on later without anybody's doing. */
const passing: readonly StopReason[] = ['too-fast', 'down', 'locked'];
/** It is tried again so often, a quarter of an hour apart. */
const TRIES = 24;
const PAUSE = 900_000;

/** A run as it ended or stopped, and what was written down about the work on it. */
export interface Closing {
  readonly run: RunRecord;
  readonly note: RunNote;
}

/** Puts things in order after a run: what it needed to know is destroyed when it has ended, and later looks are planned. May be repeated. */
export async function closed(office: Office, { run, note }: Closing): Promise<void> {
  if (!isOpen(run)) return ended(office, run);
  const reason = run.ending?.reason;
  if (reason !== undefined && passing.includes(reason) && note.tries < TRIES) {
    const until = new Date(office.outside.clock.now().getTime() + PAUSE);
    return handOn(office, run.id, { note, until });
  }
  await runNotes.put(run.id, { ...note, state: 'halted' });
  await stopNotes.remove(run.id);
}

async function ended(office: Office, run: RunRecord): Promise<void> {
  await destroyJob(run.plan.id);
  if (run.state === 'done' || run.state === 'done-with-gaps') await planLooks(office, run);
  await forgetWork(run.id);
}
