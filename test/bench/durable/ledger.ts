import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { OwnServer } from '@lethe/storage/testing';
import { openAt } from './open.ts';
import { loader } from './crew.ts';

/** Ledger entries a second that so many processes write for so many runs each, side by side. */
export async function speedOfLedger(
  { server, keyFile }: { readonly server: OwnServer; readonly keyFile: string },
  { processes, runs, entries }: { readonly processes: number; readonly runs: number; readonly entries: number },
): Promise<number> {
  const databaseUrl = await server.makeDatabase();
  await (await openAt(databaseUrl, keyFile)).close();
  const source = fileURLToPath(new URL('./ledger-child.ts', import.meta.url));
  const execArgv = ['--no-warnings', '--conditions=source', `--import=${loader}`];
  const args = [databaseUrl, keyFile, String(runs), String(entries)];
  const children = Array.from({ length: processes }, () => fork(source, args, { execArgv }));
  const ended = children.map(async (child) => once(child, 'close'));
  await Promise.all(children.map(async (child) => once(child, 'message')));
  const began = performance.now();
  const written = children.map(async (child) => once(child, 'message'));
  for (const child of children) child.send('write');
  await Promise.all(written);
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(ended);
  return (processes * runs * entries) / seconds;
}
