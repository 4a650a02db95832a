import { Ended, stopped } from './ending.ts';
import type { Run } from './run.ts';
import type { Worklist } from './worklist.ts';

/** Ends the run here if somebody asked for it. Called between calls only. */
export function stopIfInterrupted(run: Run, list: Worklist): void {
  if (run.interrupted?.() !== true) return;
  throw new Ended(
    stopped(list, 'interrupted', {
      code: 'run-in-progress',
      says: 'The run was interrupted between two calls.',
      remedy: 'Resume it: it goes on where it stopped.',
    }),
  );
}
