import { momentIn } from '../ground/office.ts';
import type { Office } from '../ground/office.ts';
import { push } from '../ground/queue.ts';
import { runNotes } from './run-note.ts';
import type { RunNote } from './run-note.ts';

/** The longest an event is held back, in milliseconds. */
const LONGEST = 900_000;

/** Hands a run to a worker, at once or not before a time; a longer wait is cut into pieces that fit the queue. */
export async function handOn(office: Office, run: string, { note, until }: HandingOn): Promise<void> {
  const now = office.outside.clock.now().getTime();
  const wait = Math.max(0, (until?.getTime() ?? 0) - now);
  const { until: _, ...rest } = note;
  await runNotes.put(run, {
    ...rest,
    touched: momentIn(office),
    state: wait === 0 ? 'queued' : 'parked',
    due: new Date(now + Math.min(wait, LONGEST)).toISOString(),
    ...(wait === 0 || until === undefined ? {} : { until: until.toISOString() }),
  });
  await push({ kind: 'run', id: run }, { person: note.person, delaySeconds: wait / 1000 });
}

/** What is handed on. */
export interface HandingOn {
  readonly note: RunNote;
  readonly until?: Date;
}

/** A run nobody has worked on yet. */
export function freshNote(office: Office, person: string, acceptRefused = false): RunNote {
  return { person, state: 'queued', touched: momentIn(office), tries: 0, acceptRefused };
}
