import { fileURLToPath } from 'node:url';
import { runInside as runInsideBy } from '../shared/programs.ts';

/** The path of a file beside this one. */
export function beside(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** Runs one of the Perl scripts here inside the Request Tracker of this machine; the script reads and prints JSON. */
export async function runInside(script: string, input: unknown): Promise<unknown> {
  return runInsideBy(beside('inside.sh'), beside(script), input);
}
