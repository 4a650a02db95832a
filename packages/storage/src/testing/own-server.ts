import { randomUUID } from 'node:crypto';

import pg from 'pg';

import { layoutOf } from '../embedded/layout.ts';
import { findPostmaster } from '../embedded/postmaster.ts';
import { startOrAttach } from '../embedded/start-or-attach.ts';
import { makeTemporaryDirectory } from './temporary-directory.ts';

/** A PostgreSQL server nobody else uses, to be treated badly. */
export interface OwnServer {
  /** Makes an empty database; answers its address. */
  makeDatabase(): Promise<string>;
  /** Ends it with SIGKILL, as a power cut would, and starts it again on its port. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/** Starts one in a directory of its own. */
export async function startOwnServer(): Promise<OwnServer> {
  const directory = await makeTemporaryDirectory();
  const embedded = await startOrAttach(directory.path);
  const { user, password, host, port } = embedded.login;
  const urlOf = (database: string): string => `postgres://${user}:${password}@${host}:${port}/${database}`;
  return {
    makeDatabase: async () => {
      const name = `own_${randomUUID().replaceAll('-', '')}`;
      const client = new pg.Client(urlOf('postgres'));
      await client.connect();
      await client.query(`create database ${name}`).finally(async () => client.end());
      return urlOf(name);
    },
    crash: async () => {
      const postmaster = await findPostmaster(layoutOf(directory.path).cluster);
      if (postmaster !== undefined) process.kill(postmaster.pid, 'SIGKILL');
      await (await startOrAttach(directory.path)).leave();
    },
    close: async () => {
      await embedded.leave();
      await directory.remove();
    },
  };
}
