import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { lethe } from '@lethe/cli';

const bin = fileURLToPath(new URL('../../packages/cli/bin/lethe.js', import.meta.url));

/** How a command ended, and all it said. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Standard output as JSON. Throws if it is none. */
  json(): unknown;
}

/** A command that is running. */
export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts `lethe` as a process of its own, with nobody at the terminal. */
export function startLethe(args: readonly string[], env: Readonly<Record<string, string>>): Running {
  const process_ = spawn(process.execPath, [bin, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  process_.stdout.on('data', (some: Buffer) => (said.out += some.toString()));
  process_.stderr.on('data', (some: Buffer) => (said.err += some.toString()));
  const ended = new Promise<Ended>((resolve, reject) => {
    process_.on('error', reject);
    process_.on('close', (code) => resolve({ code, ...said, json: (): unknown => JSON.parse(said.out) }));
  });
  return { process: process_, ended };
}

/** Runs `lethe` to its end, in this process. */
export async function runLethe(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  const said = { out: '', err: '' };
  const code = await lethe(args, {
    env,
    out: { write: (text) => (said.out += text) },
    err: { write: (text) => (said.err += text) },
    watchInterrupts: () => () => false,
  });
  return { code, ...said, json: (): unknown => JSON.parse(said.out) };
}
