import type { PoolConfig } from 'pg';

import { loginOn, type Login } from '../embedded/postmaster.ts';
import { StorageError } from '../storage-error.ts';

/** Where the database is: how to get in, and what to call it in messages. */
export interface Address {
  readonly config: PoolConfig;
  /** Names the server for a person; without user and password. */
  readonly name: string;
  /** The directory whose disk fills up when the embedded server's does. */
  readonly directory?: string;
}

/**
 * The address in a `DATABASE_URL`.
 * @throws StorageError `address` when it is none; the text is not repeated, as it may hold a password.
 */
export function addressFrom(databaseUrl: string): Address {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (url?.protocol !== 'postgres:' && url?.protocol !== 'postgresql:') {
    throw new StorageError('address', 'DATABASE_URL is not the address of a PostgreSQL database.', {
      remedy: 'Write it like postgres://user:password@host:5432/database, with special characters percent-encoded.',
    });
  }
  const server = url.searchParams.get('host') ?? `${url.hostname || 'localhost'}:${url.port || '5432'}`;
  return { config: { connectionString: databaseUrl }, name: `PostgreSQL at ${server}` };
}

/** The address of the embedded server. */
export function addressOf(login: Login, directory: string): Address {
  return { config: { ...loginOn(login.port, login.password) }, name: 'The embedded PostgreSQL', directory };
}
