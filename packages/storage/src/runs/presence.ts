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
  readonly #held = new Set<string>();
  #session: Promise<pg.Client> | undefined;
  #closed = false;

  constructor(address: Address) {
    this.#address = address;
  }

  async hold(token: string): Promise<void> {
    const session = await this.#open();
    await lock(session, 'pg_advisory_lock', token).catch((error: unknown) => {
      throw databaseFault(error, this.#address);
    });
    this.#held.add(token);
  }

  /** Takes a place only one process can have; answers whether it was free. */
  async take(place: string): Promise<boolean> {
    if (this.#held.has(place)) return false;
    this.#held.add(place);
    const free = await lock(await this.#open(), 'pg_try_advisory_lock', place).catch(() => false);
    if (!free) this.#held.delete(place);
    return free;
  }

  /** Also when the session broke: then there is nothing left to give up. */
  async release(token: string): Promise<void> {
    this.#held.delete(token);
    const session = await this.#session?.catch(() => undefined);
    if (session !== undefined) await lock(session, 'pg_advisory_unlock', token).catch(() => undefined);
  }

  /** Shows everything that is held once more if the session broke, as when the server was started anew. */
  async keep(): Promise<void> {
    if (this.#session === undefined && this.#held.size > 0) await this.#open();
  }

  /** For good: what is still under way must not open another session behind it, which would keep the process alive. */
  async close(): Promise<void> {
    this.#closed = true;
    const session = await this.#session?.catch(() => undefined);
    this.#session = undefined;
    this.#held.clear();
    await session?.end().catch(() => undefined);
  }

  async #open(): Promise<pg.Client> {
    if (this.#closed) throw databaseFault({ code: '57P01' }, this.#address);
    this.#session ??= this.#connect();
    return this.#session;
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.#address.config, application_name: 'lethe presence', keepAlive: true });
    const gone = (): void => {
      this.#session = undefined;
    };
    client.on('error', gone);
    client.on('end', gone);
    try {
      await client.connect();
      for (const token of this.#held) await lock(client, 'pg_try_advisory_lock', token);
    } catch (error) {
      this.#session = undefined;
      throw databaseFault(error, this.#address);
    }
    return client;
  }
}

async function lock(
  session: pg.Client,
  how: 'pg_advisory_lock' | 'pg_try_advisory_lock' | 'pg_advisory_unlock',
  token: string,
): Promise<boolean> {
  const { rows } = await session.query<{ readonly taken: unknown }>(`select ${how}(hashtextextended($1, 0)) as taken`, [
    token,
  ]);
  return rows[0]?.taken === true;
}

/** SQL: whether the process that owns `run.token` lives. */
export function ownerIsPresent(): RawBuilder<boolean> {
  return isPresent(sql`run.token`);
}

/** SQL: whether a process lives that holds the token in this column. Locks are listed once a statement, however many rows it looks at. */
export function isPresent(token: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${token} is not null and hashtextextended(${token}::text, 0) in (
    select l.classid::bigint << 32 | l.objid::bigint from pg_locks l
    where l.locktype = 'advisory' and l.objsubid = 1 and l.granted
      and l.database = (select oid from pg_database where datname = current_database())))`;
}
