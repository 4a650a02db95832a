import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ownSignature, stillRuns } from './living-process.ts';

/**
 * Notes that this process uses the server, and answers the note's path. A note outlives a killed process and a crashed
 * server; both are told apart by whether its writer still runs. Hold the start lock.
 */
export async function takeLease(directory: string): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, randomUUID());
  await writeFile(path, await ownSignature(), { mode: 0o600 });
  return path;
}

/** How many notes belong to processes that still run; the others are removed. Hold the start lock. */
export async function countLeases(directory: string): Promise<number> {
  let alive = 0;
  for (const name of await readdir(directory)) {
    const path = join(directory, name);
    if (await stillRuns(await readFile(path, 'utf8'))) alive += 1;
    else await rm(path, { force: true });
  }
  return alive;
}
