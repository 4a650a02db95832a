import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { StorageError } from '../storage-error.ts';
import { unlessCode } from '../system-error.ts';
import { ensureCluster, ensurePassword, findPassword, type Workshop } from './cluster.ts';
import { directoryFault, openDirectory } from './directory.ts';
import { layoutOf, type Layout } from './layout.ts';
import { countLeases, takeLease } from './lease.ts';
import { countSessions, findPostmaster, isAlive, knock, loginOn, type Login } from './postmaster.ts';
import { prepareRuntime } from './runtime.ts';
import { findServerUser } from './server-user.ts';
import { findFreePort, startServer, stopServer } from './server.ts';
import { withStartLock } from './start-lock.ts';

/** An embedded server this process may use until it leaves. */
export interface Embedded {
  readonly login: Login;
  /** Whether the server was running already. */
  readonly attached: boolean;
  /** Ends the use, after the last session was closed; whoever leaves last stops the server. */
  leave(): Promise<'stopped' | 'still-used'>;
}

/**
 * Attaches to the embedded server of a data directory, or starts it, or creates it. Processes may do so at the same time,
 * be killed at any moment, and find the server itself killed.
 * @throws StorageError with what is in the way and what to do about it.
 */
export async function startOrAttach(dataDirectory: string): Promise<Embedded> {
  const layout = layoutOf(dataDirectory);
  try {
    await openDirectory(layout.home);
    return await withStartLock(layout.lock, async () => enter(layout));
  } catch (error) {
    throw directoryFault(layout.home, error);
  }
}

async function enter(layout: Layout): Promise<Embedded> {
  const running = await findServer(layout);
  const login = running ?? (await startCluster(layout));
  const lease = await takeLease(layout.leases);
  return {
    login,
    attached: running !== undefined,
    // On a full disk nobody can be locked out, so the server is left to whoever comes next.
    leave: async () => unlessCode(['ENOSPC', 'EDQUOT'], leave(layout, login, lease), 'still-used'),
  };
}

async function leave(layout: Layout, login: Login, lease: string): Promise<'stopped' | 'still-used'> {
  return withStartLock(layout.lock, async () => {
    await rm(lease, { force: true });
    if ((await countLeases(layout.leases)) > 0) return 'still-used';
    if ((await knock(login)) !== 'open') return 'stopped';
    if ((await countSessions(login)) > 0) return 'still-used';
    await stopServer(await openWorkshop(layout));
    return 'stopped';
  });
}

/** The running server, once it takes sessions; nothing when none runs. */
async function findServer(layout: Layout): Promise<Login | undefined> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const [postmaster, password] = [await findPostmaster(layout.cluster), await findPassword(layout)];
    if (!postmaster || !password) return undefined;
    const login = loginOn(postmaster.port, password);
    const answer = await knock(login);
    if (answer === 'open') return login;
    if (!(await isAlive(postmaster))) return undefined;
    if (answer === 'refused') throw wrongPassword(layout);
    if (Date.now() > deadline) throw stuck(layout, postmaster.pid);
    await pause(50);
  }
}

async function startCluster(layout: Layout): Promise<Login> {
  const workshop = await openWorkshop(layout);
  await ensureCluster(workshop);
  const password = await ensurePassword(layout);
  const deadline = Date.now() + 60_000;
  let port = await usualPort(layout);
  for (;;) {
    const outcome = await startServer(workshop, port);
    if (outcome === 'started') return loginOn(port, password);
    if (Date.now() > deadline) throw stuck(layout, (await findPostmaster(layout.cluster))?.pid);
    if (outcome === 'port-taken') port = await findFreePort();
    else await pause(100);
    const running = await findServer(layout);
    if (running) return running;
  }
}

async function openWorkshop(layout: Layout): Promise<Workshop> {
  const user = await findServerUser();
  return { layout, user, runtime: await prepareRuntime(layout, user) };
}

/** A crashed server comes back on its old port, so that processes that still run find it again. */
async function usualPort(layout: Layout): Promise<number> {
  const crashed = await findPostmaster(layout.cluster);
  if (!crashed) return findFreePort();
  if (!(await isAlive(crashed))) await rm(join(layout.cluster, 'postmaster.pid'), { force: true });
  return crashed.port;
}

function wrongPassword(layout: Layout): StorageError {
  return new StorageError('refused', `The embedded PostgreSQL does not accept the password in ${layout.password}.`, {
    remedy: 'Put the original file back.',
  });
}

function stuck(layout: Layout, pid: number | undefined): StorageError {
  const remedy = `See ${layout.log}.`;
  return new StorageError(
    'server-failed',
    `The embedded PostgreSQL (pid ${pid ?? 'unknown'}) neither starts nor stops.`,
    {
      remedy,
    },
  );
}
