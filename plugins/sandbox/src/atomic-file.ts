import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { codeOf } from './disk-error.ts';

const ABANDONED_AFTER_MS = 60_000;

/**
 * Replaces a file so that every reader, and every crash at any instant, finds the old text or the new one, whole.
 * `waiting` is a folder on the same disk where the new text stands until it is complete. Throws what the disk throws.
 */
export function writeWhole(path: string, text: string, waiting: string): void {
  const temporary = join(waiting, `${String(process.pid)}-${randomUUID()}`);
  try {
    writeSynced(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Deletes what killed processes left in `waiting`; what a living one is writing right now stays. */
export function clearAbandoned(waiting: string, now: number): void {
  for (const name of readdirSync(waiting)) {
    const path = join(waiting, name);
    const age = now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now);
    const owner = Number.parseInt(name, 10);
    // Our own number is not ours: a restarted container has the same one each time, and we write nothing yet.
    if (owner === process.pid || !isAlive(owner) || age > ABANDONED_AFTER_MS) rmSync(path, { force: true });
  }
}

function writeSynced(path: string, text: string): void {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A rename outlives a power cut only once its folder is written too. Windows cannot open folders and needs it not. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
