import { heldIn } from '../shared/held.ts';
import type { Held } from '../shared/held.ts';
import { runProgram } from '../shared/programs.ts';
import { beside } from './inside.ts';

/** Everything this machine's Redmine holds: every cell of every table (wiki versions unpacked), every file with its content. */
export async function dumpRedmine(): Promise<readonly Held[]> {
  return heldIn(await runProgram([beside('dump.sh')]));
}
