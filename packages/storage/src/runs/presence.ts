import { sql, type RawBuilder } from 'kysely';
import pg from 'pg';

import type { Address } from '../connection/address.ts';
import { databaseFault } from '../connection/database-fault.ts';

/**
 * Shows other processes which runs this one is alive for: one session that holds a lock for each ownership token.
 * The server drops the locks the moment this process ends, however it ends.
 */
export class Presence {
  readonly #address: Address;
  #session: Promise<pg.Client> | undefined;

  constructor(address: Address) {
    this.#address = address;
  }

  async hold(token: string): Promise<void> {
    this.#session ??= this.#open();
    const session = await this.#session;
    await session.query('select pg_advisory_lock(hashtextextended($1, 0))', [token]).catch((error: unknown) => {
      throw databaseFault(error, this.#address);
    });
  }

  /** Also when the session broke: then there is nothing left to give up. */
  async release(token: string): Promise<void> {
    const session = await this.#session?.catch(() => undefined);
    await session?.query('select pg_advisory_unlock(hashtextextended($1, 0))', [token]).catch(() => undefined);
  }

  async close(): Promise<void> {
    const session = await this.#session?.catch(() => undefined);
    this.#session = undefined;
    await session?.end().catch(() => undefined);
  }

  async #open(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.#address.config, application_name: 'lethe presence' });
    client.on('error', () => {
      this.#session = undefined;
    });
    try {
      await client.connect();
    } catch (error) {
      this.#session = undefined;
      throw databaseFault(error, this.#address);
    }
    return client;
  }
}

/** SQL: whether the process that owns `run.token` lives. */
export function ownerIsPresent(): RawBuilder<boolean> {
  return isPresent(sql`run.token`);
}

/** SQL: whether a process lives that holds the token in this column. */
export function isPresent(token: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from pg_locks l where l.locktype = 'advisory' and l.objsubid = 1 and l.granted
      and l.database = (select oid from pg_database where datname = current_database())
      and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended(${token}::text, 0))`;
}
