import { createServer } from 'node:net';
import type { Served } from '@lethe/server';
import type { Settings } from '@lethe/settings';
import { requireRight } from '../flow/require-right.ts';
import { Stop } from '../stop.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Work } from './command.ts';
import { optionsOf, untilStopped } from './serve.ts';

/** Options of `lethe console`. */
export interface ConsoleFlags {
  /** False with `--no-open`. */
  readonly open: boolean;
}

type Around = Pick<Surroundings, 'env' | 'err' | 'open'>;

/**
 * `lethe console`: the server for trying everything out on this machine, and its console in the browser. While nobody
 * administers it, the one line it prints is the link that sets it up; the code stands behind the #, which browsers send nowhere.
 */
export function openConsole({ open }: ConsoleFlags, around: Around): Work {
  return async (session) => {
    requireRight(session, 'configure');
    const { startServer } = await import('@lethe/server');
    const settings = await onThisMachine(session.settings);
    const served = await startServer({ ...optionsOf({ ...session, settings }, around), worker: true });
    const address = linkTo(served);
    session.output.result(() => address, { address });
    session.output.note('Ctrl-C ends it.');
    if (open) around.open?.(address);
    await untilStopped(session);
    await served.close();
    return 'ok';
  };
}

function linkTo({ address, setupCode }: Served): string {
  return setupCode === undefined ? address : `${address}/setup#code=${setupCode}`;
}

/** Quiet, on this machine alone, at the port of the settings or else a free one. */
async function onThisMachine(settings: Settings): Promise<Settings> {
  const { server } = settings;
  if (server.publicUrl !== undefined)
    throw new Stop(
      'usage',
      'lethe console is for this machine alone.',
      'Start lethe serve where others come by publicUrl.',
    );
  const host = '127.0.0.1';
  const port = (await isFree(server.listen.port)) ? server.listen.port : await portFrom(0);
  return { ...settings, server: { ...server, listen: { host, port }, logs: { level: 'error' } } };
}

async function isFree(port: number): Promise<boolean> {
  return portFrom(port).then(
    () => port !== 0,
    () => false,
  );
}

/** Browsers come back to one address, so the port is known before the server listens. */
async function portFrom(wanted: number): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(wanted, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : wanted;
}
