import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { createWhole } from '../create-whole.ts';
import { StorageError } from '../storage-error.ts';
import { unlessCode } from '../system-error.ts';
import { ownSignature, stillRuns } from './living-process.ts';

/**
 * Does the work while no other process holds the same lock directory. A holder that was killed is noticed at once.
 *
 * The lock is a row of numbered files; the highest number decides, and it is free when it is empty or its writer has ended.
 * Taking it over means creating the next number, which the file system grants to one process only, so two that notice a
 * dead holder at the same time cannot both win.
 * @throws StorageError `busy` when the holder lives on and `patience` (milliseconds) is over.
 */
export async function withStartLock<T>(directory: string, work: () => Promise<T>, patience = 120_000): Promise<T> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const mine = await take(directory, Date.now() + patience);
  try {
    return await work();
  } finally {
    await writeFile(mine, '');
  }
}

async function take(directory: string, deadline: number): Promise<string> {
  const signature = await ownSignature();
  for (;;) {
    const mine = await tryToTake(directory, signature);
    if (mine) return mine;
    if (Date.now() > deadline) throw await busy(directory);
    await pause(20);
  }
}

async function tryToTake(directory: string, signature: string): Promise<string | undefined> {
  const last = await highest(directory);
  if (last > 0 && !(await isFree(join(directory, `${last}`)))) return undefined;
  const mine = await claim(directory, last + 1, signature);
  if (mine !== undefined) await tidy(directory, last);
  return mine;
}

/**
 * Creates the file with this number and answers its path; nothing when another process has it, or a higher one. The latter
 * happens to a slow process, which re-creates a number that was tidied away meanwhile.
 */
export async function claim(directory: string, number: number, signature: string): Promise<string | undefined> {
  const path = join(directory, `${number}`);
  if (!(await createWhole(path, signature))) return undefined;
  if ((await highest(directory)) === number) return path;
  await rm(path);
  return undefined;
}

async function isFree(path: string): Promise<boolean> {
  const holder = await unlessCode(['ENOENT'], readFile(path, 'utf8'), undefined);
  if (holder === undefined) return false;
  return holder === '' || !(await stillRuns(holder));
}

async function highest(directory: string): Promise<number> {
  const names = await readdir(directory);
  return Math.max(0, ...names.filter((name) => /^\d+$/.test(name)).map(Number));
}

async function tidy(directory: string, upTo: number): Promise<void> {
  for (const name of await readdir(directory)) {
    if (Number.parseInt(name, 10) <= upTo) await rm(join(directory, name), { force: true });
  }
}

async function busy(directory: string): Promise<StorageError> {
  const path = join(directory, `${await highest(directory)}`);
  const pid = (await readFile(path, 'utf8').catch(() => '')).split(':')[0];
  return new StorageError(
    'busy',
    `Another process (pid ${pid ?? 'unknown'}) has been starting or stopping the embedded PostgreSQL for too long.`,
    { remedy: `Wait for it or end it; if no such process is at work, delete ${path}.` },
  );
}
