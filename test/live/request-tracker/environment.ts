import { runProgram } from '../shared/programs.ts';
import { beside } from './inside.ts';
import type { Access } from './rest.ts';

/** How to reach this machine's Request Tracker, from the environment (`. /var/lib/lethe-request-tracker/default/env`). */
export function accessFromEnvironment(): Access {
  return { url: needed('LETHE_RT_URL'), token: needed('LETHE_RT_TOKEN') };
}

/** The password of root. */
export function passwordFromEnvironment(): string {
  return needed('LETHE_RT_PASSWORD');
}

function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: see test/live/request-tracker/README.md`);
  return value;
}

/** Puts Request Tracker back to how it was installed, with the native part or without, and starts it. */
export async function freshRequestTracker(native: 'on' | 'off'): Promise<void> {
  await runProgram([beside('stop.sh')]);
  await runProgram([beside('native.sh'), native]);
  await runProgram([beside('reset.sh'), '--start']);
}

/** The path of Request Tracker's log. */
export async function logOfRequestTracker(): Promise<string> {
  return (await runProgram(['bash', '-c', `. ${beside('common.sh')} && echo "$LOG"`])).trim();
}
