import { execFile } from 'node:child_process';
import { join } from 'node:path';

import type { ServerUser } from './server-user.ts';

/** How a program of the server ended. `fault` is set when the system could not even start it. */
export interface Ending {
  readonly ok: boolean;
  readonly output: string;
  readonly fault?: string;
}

/** One run of `initdb`, `pg_ctl` or `postgres`. */
export interface Program {
  readonly runtime: string;
  readonly name: 'initdb' | 'pg_ctl' | 'postgres';
  readonly args: readonly string[];
  readonly user: ServerUser;
}

/** Runs a program of the server to its end, with its messages in English. Never throws. */
export function runProgram({ runtime, name, args, user }: Program): Promise<Ending> {
  const options = { ...user, cwd: runtime, env: environment(), windowsHide: true };
  return new Promise((resolve) => {
    execFile(join(runtime, 'bin', name), [...args], options, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`.trim();
      if (!error) resolve({ ok: true, output });
      else resolve({ ok: false, output, ...(typeof error.code === 'string' ? { fault: error.code } : {}) });
    });
  });
}

/** The server outlives this process and may run as another user, so none of our secrets go into its environment. */
function environment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'ComSpec'];
  return { ...Object.fromEntries(kept.map((name) => [name, process.env[name]])), LC_ALL: 'C' };
}
