import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import pg from 'pg';

import { codeOf } from '../system-error.ts';
import { findProcess } from './living-process.ts';

/** What a cluster's own note (`postmaster.pid`) says about the server that runs, or ran, on it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** How to log in to the embedded server. The password is random and leaves this machine never. */
export interface Login {
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly user: 'lethe';
  readonly password: string;
  readonly database: 'postgres';
}

/** The login on a port. */
export function loginOn(port: number, password: string): Login {
  return { host: '127.0.0.1', port, user: 'lethe', password, database: 'postgres' };
}

/** Reads the note; nothing when there is none or it is still being written. A killed server leaves its note behind. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const note = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = note.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port } : undefined;
}

/** Whether the note's process is a living PostgreSQL. Off Linux any living process with that pid is taken for it. */
export async function isAlive(postmaster: Postmaster): Promise<boolean> {
  const found = await findProcess(postmaster.pid);
  return found !== undefined && (found.name === undefined || found.name === 'postgres');
}

/** `starting` also stands for stopping and recovering; `closed`: nobody listens or it is something else. */
export type Knock = 'open' | 'starting' | 'refused' | 'closed';

/** Tries to log in: the only proof that a server is ours, because SCRAM makes it prove that it knows the password too. */
export async function knock(login: Login): Promise<Knock> {
  const client = new pg.Client({ ...login, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return 'open';
  } catch (error) {
    const code = codeOf(error);
    if (code === '57P03' || code === '53300') return 'starting';
    return code === '28P01' || code === '28000' ? 'refused' : 'closed';
  }
}

/** How many other sessions the server has: psql, a backup, or a lethe process in another container. */
export async function countSessions(login: Login): Promise<number> {
  const client = new pg.Client({ ...login, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ sessions: string }>(
    `select count(*) as sessions from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  await client.end();
  return Number(rows[0]?.sessions);
}
