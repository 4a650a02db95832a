import { runProgram } from '../shared/programs.ts';
import { beside } from './inside.ts';
import type { WorldSettings } from './world.ts';

/** How to reach this machine's Redmine, from the environment (`. /run/lethe-redmine/default/env`). */
export function accessFromEnvironment(): Omit<WorldSettings, 'seed'> {
  return {
    url: needed('LETHE_REDMINE_URL'),
    key: needed('LETHE_REDMINE_KEY'),
    mailKey: needed('LETHE_REDMINE_MAIL_KEY'),
  };
}

/** The password of the administrator's account. */
export function passwordFromEnvironment(): string {
  return needed('LETHE_REDMINE_PASSWORD');
}

function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: see test/live/redmine/README.md`);
  return value;
}

/** Puts Redmine back to how it was installed, with the native part or without, and starts it. */
export async function freshRedmine(native: 'on' | 'off'): Promise<void> {
  await runProgram([beside('native.sh'), native]);
  await runProgram([beside('reset.sh'), '--start']);
}

/** The path of Redmine's log. */
export async function logOfRedmine(): Promise<string> {
  return (await runProgram(['bash', '-c', `. ${beside('common.sh')} && echo "$LOG_DIR/production.log"`])).trim();
}
