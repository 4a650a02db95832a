import { z } from 'zod';
import { Notes } from '../ground/notes.ts';

const moment = z.iso.datetime();

const noteSchema = z.object({
  /** The person's alias: events about them are delivered one after the other. */
  person: z.string(),
  /** `queued`, `parked`: an event is on its way. `working`: a worker has it. `halted`: nobody goes on with it unless somebody says so. */
  state: z.enum(['queued', 'working', 'parked', 'halted']),
  /** When somebody last worked on it. */
  touched: moment,
  /** With `parked`: not before then. */
  until: moment.exactOptional(),
  /** When the event that is on its way comes, at the earliest. */
  due: moment.exactOptional(),
  /** How often it was begun since somebody said so. */
  tries: z.int().nonnegative(),
  acceptRefused: z.boolean(),
  progress: z
    .object({
      phase: z.enum(['reading', 'blanking', 'waiting-for-somebody', 'proving', 'closing']),
      done: z.int().nonnegative(),
      of: z.int().nonnegative().exactOptional(),
      share: z.number(),
      secondsLeft: z.number().exactOptional(),
      waitingUntil: moment.exactOptional(),
    })
    .exactOptional(),
});

/** Where the work on an open run is; how the run itself stands is in the store. Counts and times alone. */
export type RunNote = z.infer<typeof noteSchema>;

/** Open runs, by their ids. */
export const runNotes = new Notes<RunNote>('work', noteSchema);

/** Runs somebody wants to stop, by their ids: apart, as a worker writes the other note. */
export const stopNotes = new Notes('stop', z.object({ at: moment }));

/** A worker that has written nothing for so many milliseconds is gone. */
export const ABANDONED = 20 * 60_000;

/** Takes away all that is written down about the work on a run. */
export async function forgetWork(run: string): Promise<void> {
  await runNotes.remove(run);
  await stopNotes.remove(run);
}
