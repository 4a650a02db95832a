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

/** Ends the run here if somebody asked for it, or if whoever runs it may not go on. Called before each group of calls. */
export async function stopIfHindered(run: Run, list: Worklist): Promise<void> {
  stopIfInterrupted(run, list);
  const obstacles = (await run.checkAgain?.()) ?? [];
  if (obstacles.length > 0) throw new Ended(stopped(list, 'obstacles', ...obstacles));
}
