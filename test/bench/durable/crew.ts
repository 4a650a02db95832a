import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { Storage } from '@lethe/storage';
import type { WorkerEvent } from '@lethe/server';
import type { CrewSettings } from './crew-settings.ts';
import { queuePerson, smallDesk } from './small-desk.ts';
import { smallHost } from './small-host.ts';

/** Lets a process run TypeScript as it stands. */
export const loader = new URL('../../typescript.mjs', import.meta.url).href;

/** What workers are started with. */
export interface CrewInput {
  readonly source: URL;
  readonly databaseUrl: string;
  readonly keyFile: string;
  readonly address: string;
  readonly settings: CrewSettings;
}

/** A worker process. */
export interface Hand {
  readonly pid: number;
  readonly events: readonly WorkerEvent[];
  kill(): Promise<void>;
  freeze(): void;
  thaw(): void;
  /** Tells it to end, and waits until it has. */
  dismiss(): Promise<void>;
}

/** Starts a worker process and waits until it works. */
export async function hire({ source, databaseUrl, keyFile, address, settings }: CrewInput): Promise<Hand> {
  return startProcess(source, [databaseUrl, keyFile, address, JSON.stringify(settings)]);
}

/** Starts a process that says when it is ready, and waits for that. */
export async function startProcess(source: URL, args: readonly string[]): Promise<Hand> {
  const execArgv = ['--no-warnings', '--conditions=source', `--import=${loader}`];
  const child = fork(fileURLToPath(source), [...args], { execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const events: WorkerEvent[] = [];
  const ended = once(child, 'close');
  await ready(child, (event) => events.push(event));
  return {
    pid: child.pid ?? 0,
    events,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    dismiss: async () => {
      if (child.connected) child.send('end');
      await ended;
    },
  };
}

async function ready(child: ChildProcess, hear: (event: WorkerEvent) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.on('message', (said: WorkerEvent | { readonly what: 'ready' }) => {
      if (said.what === 'ready') resolve();
      else hear(said);
    });
    child.once('close', () => reject(new Error('A worker ended before it began.')));
  });
}

/** Reviews so many people at the stub and queues their runs. */
export async function queuePeople(
  storage: Storage,
  address: string,
  { from = 0, people, notBefore }: { readonly from?: number; readonly people: number; readonly notBefore?: Date },
): Promise<readonly string[]> {
  const desk = smallDesk(storage, smallHost(address, 'reviewer'));
  const runs: string[] = [];
  for (let person = from; person < from + people; person += 1)
    runs.push(await queuePerson(desk, storage, { person, notBefore }));
  return runs;
}

/** Whether no run is open any more; a database that is away for a moment is asked again. */
export async function isAllDone(storage: Storage): Promise<boolean> {
  const counts = await storage.queue.counts().catch(() => undefined);
  if (counts === undefined) return false;
  const { due, later, running, stopped, gaveUp } = counts;
  return due + later + running + stopped + gaveUp === 0;
}
