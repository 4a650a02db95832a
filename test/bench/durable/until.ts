import { setTimeout as pause } from 'node:timers/promises';

/** Resolves when it is so; looks twenty times a second. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(50);
}
