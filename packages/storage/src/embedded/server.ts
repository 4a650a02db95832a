import { readFile, rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';

import { unlessCode } from '../system-error.ts';
import type { Workshop } from './cluster.ts';
import { failure } from './failure.ts';
import { runProgram } from './program.ts';

/**
 * Tries once to start the server on a port and waits until it takes sessions. `port-taken` and `not-yet` are worth another
 * try: a predecessor that was just killed, or is recovering, can be in the way for a moment.
 * @throws StorageError when trying again cannot help.
 */
export async function startServer(workshop: Workshop, port: number): Promise<'started' | 'port-taken' | 'not-yet'> {
  const { layout, runtime, user } = workshop;
  const before = await rotateLog(layout.log);
  const options = settings(port).join(' ');
  const args = ['start', '-s', '-w', '-t', '60', '-D', layout.cluster, '-l', layout.log, '-o', options];
  const ending = await runProgram({ runtime, name: 'pg_ctl', args, user });
  if (ending.ok) return 'started';
  const said = `${(await readFile(layout.log, 'utf8').catch(() => '')).slice(before)}\n${ending.output}`;
  if (/could not create any TCP\/IP sockets|address already in use/i.test(said)) return 'port-taken';
  if (/lock file .* already exists|pre-existing shared memory|did not start in time/i.test(said)) return 'not-yet';
  throw failure('The embedded PostgreSQL did not start.', said, layout.log);
}

/**
 * Stops the server; open sessions are ended.
 * @throws StorageError `server-failed` when it is still there after a minute.
 */
export async function stopServer({ layout, runtime, user }: Workshop): Promise<void> {
  const args = ['stop', '-s', '-w', '-t', '60', '-m', 'fast', '-D', layout.cluster];
  const ending = await runProgram({ runtime, name: 'pg_ctl', args, user });
  if (!ending.ok) throw failure('The embedded PostgreSQL did not stop.', ending.output, layout.log);
}

/** A port nobody listens on at this moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Durable, for this machine only, small, and with no row content or statement in its log. */
function settings(port: number): readonly string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'on',
    full_page_writes: 'on',
    max_connections: 100,
    shared_buffers: '64MB',
    max_wal_size: '256MB',
    min_wal_size: '32MB',
    log_checkpoints: 'off',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: 0,
  };
  return Object.entries(values).map(([name, value]) => `-c ${name}=${value}`);
}

/** Keeps one old log, and answers how long the current one is. */
async function rotateLog(log: string): Promise<number> {
  const length = (await unlessCode(['ENOENT'], stat(log), undefined))?.size ?? 0;
  if (length < 1_000_000) return length;
  await rename(log, `${log}.old`);
  return 0;
}
