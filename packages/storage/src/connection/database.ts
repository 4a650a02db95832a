import { createHash } from 'node:crypto';

import { CompiledQuery, Kysely, PostgresDialect, sql, type PostgresPool, type PostgresPoolClient } from 'kysely';
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
      return async (text: string, values: unknown[]) => target.query(named(text, values)).catch(rethrow(address));
    },
  });
}

function rethrow(address: Address): (error: unknown) => never {
  return (error) => {
    throw databaseFault(error, address);
  };
}

const MARK = '/* often */';
/** Statements that are made often are few and fixed; hashing them each time would cost more than sending some of them. */
const names = new Map<string, string>();

/** Put before a statement that is made very often: the server then parses and plans it once a session, and its text is sent once. */
export const often = sql.raw(MARK);

/** The same for a statement made of a fixed text: nothing compiles it anew each time. */
export function oftenQuery(text: string, values: readonly unknown[]): CompiledQuery {
  return CompiledQuery.raw(`${MARK}${text}`, [...values]);
}

function named(text: string, values: unknown[]): pg.QueryConfig {
  if (!text.trimStart().startsWith(MARK)) return { text, values };
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return { name, text, values };
}
