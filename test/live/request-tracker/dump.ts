import { heldIn } from '../shared/held.ts';
import type { Held } from '../shared/held.ts';
import { runProgram } from '../shared/programs.ts';
import { beside } from './inside.ts';

/** Everything this machine's Request Tracker holds: every cell of every table, encoded or not, every session and temporary file. */
export async function dumpRequestTracker(): Promise<readonly Held[]> {
  return heldIn(await runProgram([beside('dump.sh')]));
}
