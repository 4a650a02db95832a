import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';

import type { Address } from './address.ts';
import { databaseFault } from './database-fault.ts';
import type { Tables } from './tables.ts';

/** The database with its tables. Everything it throws is a `StorageError`, or a defect. */
export type Database = Kysely<Tables>;

/** Opens a pool of sessions, each made when first needed. `destroy()` closes it. */
export function openDatabase(address: Address): Database {
  const dialect = new PostgresDialect({ pool: poolFor(address) });
  return new Kysely<Tables>({ dialect }).withSchema('lethe');
}

function poolFor(address: Address): PostgresPool {
  const pool = new pg.Pool({ ...address.config, application_name: 'lethe', connectionTimeoutMillis: 15_000 });
  // A session that breaks is replaced; whoever was using it, or needs one next, is told by their own query.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    connect: async () => translating(await pool.connect().catch(rethrow(address)), address),
    end: async () => pool.end(),
  };
}

function translating(client: pg.PoolClient, address: Address): PostgresPoolClient {
  return new Proxy(client, {
    get: (target, property): unknown => {
      if (property !== 'query') return Reflect.get(target, property, target);
      return async (text: string, values: unknown[]) => target.query(text, values).catch(rethrow(address));
    },
  });
}

function rethrow(address: Address): (error: unknown) => never {
  return (error) => {
    throw databaseFault(error, address);
  };
}
