import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

import { codeOf } from '../system-error.ts';

/** A process that runs right now. Name and start are unknown on Windows. */
export interface LivingProcess {
  readonly pid: number;
  readonly name?: string;
  /** Tells a process from a later one that was given the same pid. */
  readonly startedAt?: string;
}

/** The process with this pid, or nothing when it has ended; a zombie has ended. */
export async function findProcess(pid: number): Promise<LivingProcess | undefined> {
  if (!answersSignals(pid)) return undefined;
  const seen = process.platform === 'linux' ? await lookInProc(pid) : await lookWithPs(pid);
  if (!seen) return { pid };
  return /^[ZX]/.test(seen.state) ? undefined : { pid, name: seen.name, startedAt: seen.startedAt };
}

/** A line that names this process for others to read: `pid:start`. */
export async function ownSignature(): Promise<string> {
  const own = await findProcess(process.pid);
  return `${process.pid}:${own?.startedAt ?? ''}`;
}

/** Whether the process that wrote this signature still runs. On any doubt it does. */
export async function stillRuns(signature: string): Promise<boolean> {
  const [, pid, startedAt] = /^(\d+):(.*)$/.exec(signature) ?? [];
  if (pid === undefined) return false;
  const found = await findProcess(Number(pid));
  if (!found) return false;
  return !startedAt || !found.startedAt || found.startedAt === startedAt;
}

/** What the system shows of a process. */
export interface Seen {
  readonly state: string;
  readonly name: string;
  readonly startedAt: string;
}

// No program needed; the start is in clock ticks since boot.
async function lookInProc(pid: number): Promise<Seen | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, name, state, startedAt] = /^\d+ \((.*)\) (\S) (?:\S+ ){18}(\d+) /s.exec(stat) ?? [];
  return name === undefined || state === undefined || startedAt === undefined ? undefined : { state, name, startedAt };
}

/** macOS and other Unix systems, which have no /proc. */
export async function lookWithPs(pid: number): Promise<Seen | undefined> {
  const asked = promisify(execFile)('ps', ['-p', `${pid}`, '-o', 'stat=,lstart=,comm='], {
    env: { LC_ALL: 'C', ...process.env },
  });
  const line = await asked.then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
  const [, state, startedAt, path] = /^(\S+)\s+((?:\S+\s+){4}\S+)\s+(.+)$/.exec(line) ?? [];
  if (state === undefined || startedAt === undefined || path === undefined) return undefined;
  return { state, startedAt, name: path.split('/').at(-1) ?? '' };
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
