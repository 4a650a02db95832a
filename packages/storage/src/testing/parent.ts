import { once } from 'node:events';

import { z } from 'zod';

/** Says a line to the test that started this process. */
export function tellParent(line: string): void {
  process.send?.(line);
}

/** Waits for the test's next line. */
export async function hearParent(): Promise<string> {
  const heard: readonly unknown[] = await once(process, 'message');
  return z.string().parse(heard[0]);
}
