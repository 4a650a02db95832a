import type { ProcessOptions, Served } from '@lethe/server';
import type { Settings } from '@lethe/settings';
import { requireRight } from '../flow/require-right.ts';
import type { Session } from '../session.ts';
import { Stop } from '../stop.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Work } from './command.ts';

/** Options of `lethe serve`. */
export interface ServeFlags {
  /** False with `--no-worker`. */
  readonly worker: boolean;
  /** Instead of the settings. */
  readonly listen?: string;
}

type Around = Pick<Surroundings, 'env' | 'err'>;

const DAY = 86_400_000;
/** Beyond the time the settings give for leaving. */
const GRACE = 5_000;

/** `lethe serve`: the API, and a worker unless told, until somebody stops it. One line on standard output says where. */
export function serve({ worker, listen }: ServeFlags, around: Around): Work {
  return async (session) => {
    requireRight(session, 'configure');
    // Loaded now, so that no other command waits for it.
    const { startServer } = await import('@lethe/server');
    const served = await startServer({ ...optionsOf(session, around, listen), worker });
    session.output.result(() => `Lethe listens at ${served.address}`, { address: served.address });
    tellSetup(session, served);
    await untilStopped(session);
    await inTime(session, served);
    return 'ok';
  };
}

/** `lethe worker`: carries out runs until somebody stops it. */
export function work(around: Around): Work {
  return async (session) => {
    requireRight(session, 'configure');
    const { startWorkerProcess } = await import('@lethe/server');
    const working = await startWorkerProcess(optionsOf(session, around));
    session.output.result(() => 'Lethe works.', { working: true });
    await untilStopped(session);
    await inTime(session, working);
    return 'ok';
  };
}

/** What a process of the server is started with, in this session. */
export function optionsOf(
  { settings, clock }: Pick<Session, 'settings' | 'clock'>,
  { env, err }: Around,
  listen?: string,
): ProcessOptions {
  const logs = { write: (line: string): void => void err.write(line) };
  return { settings: listen === undefined ? settings : listeningAt(settings, listen), env, clock, logs };
}

function listeningAt(settings: Settings, address: string): Settings {
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(address) ?? [];
  if (host === '' || Number(port) > 65_535)
    throw new Stop('usage', '--listen takes an address and a port: 127.0.0.1:8484.');
  const listen = { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
  return { ...settings, server: { ...settings.server, listen } };
}

function tellSetup({ output, settings }: Session, { setupCode, address }: Served): void {
  if (setupCode === undefined) return;
  const { publicUrl, signIn } = settings.server;
  output.request(
    `Nobody administers this installation yet. Open ${publicUrl ?? address}/setup and enter ${setupCode} (for ${signIn.codeHours} hours).`,
  );
}

/** Waits until somebody presses Ctrl-C. */
export async function untilStopped(session: Session): Promise<void> {
  while (!session.interrupted()) await session.clock.wait(DAY);
}

/** What does not stop in time is left as a crash would leave it: others take it up. */
async function inTime({ settings }: Session, server: Pick<Served, 'close'>): Promise<void> {
  const late = setTimeout(() => process.exit(130), settings.server.shutdownSeconds * 1000 + GRACE);
  await server.close().finally(() => {
    clearTimeout(late);
    // Whatever keeps the process alive now has no right to.
    setTimeout(() => process.exit(), GRACE).unref();
  });
}
