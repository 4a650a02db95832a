import { HostError } from '@lethe/core';
import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import type { HostPace, PaceLimits } from './host-pace.ts';

/** Whoever would have to wait longer gives its place to others meanwhile. */
const LONGEST_WAIT = 60_000;
const LOOK_AGAIN = 250;
/** After a wait like this somebody may have closed the host. */
const LONG = 200;

/** The pace of one host account in one row: GCRA, as one statement each call. */
export class PaceOn implements HostPace {
  readonly #database: Database;
  readonly #host: string;
  readonly #wait: (milliseconds: number) => Promise<void>;

  #seenOpenAt = -Infinity;
  /** Whoever wants to know while somebody is asking gets the same answer. */
  #looking: Promise<number> | undefined;

  constructor(database: Database, host: string, wait: (milliseconds: number) => Promise<void> = pause) {
    this.#database = database;
    this.#host = host;
    this.#wait = wait;
  }

  async turn(limits?: PaceLimits): Promise<void> {
    let wait = limits === undefined ? await this.#closedLately() : await this.#reserve(limits);
    // A reserved moment is given back once only: afterwards the host may merely be closed.
    while (wait > 0) {
      if (wait > LONGEST_WAIT) {
        if (limits !== undefined) await this.#giveBack(limits);
        throw tooLong(wait);
      }
      await this.#wait(wait);
      wait = wait < LONG ? 0 : await this.#closedFor();
    }
  }

  async closeUntil(until: Date): Promise<void> {
    this.#seenOpenAt = -Infinity;
    await sql`
      insert into lethe.host_pace as p (host, full_at, blocked_until) values (${this.#host}, clock_timestamp(), ${until})
      on conflict (host) do update set blocked_until = greatest(p.blocked_until, excluded.blocked_until)`.execute(
      this.#database,
    );
  }

  /** Takes the next moment; answers the milliseconds until then. */
  async #reserve({ perSecond, atOnce = 1 }: PaceLimits): Promise<number> {
    const every = 1 / perSecond;
    const slack = (atOnce - 1) * every;
    const { rows } = await sql<{ readonly wait: number }>`
      insert into lethe.host_pace as p (host, full_at)
      values (${this.#host}, clock_timestamp() + make_interval(secs => ${every}))
      on conflict (host) do update set
        full_at = greatest(p.full_at, clock_timestamp(), p.blocked_until) + make_interval(secs => ${every})
      returning 1000 * extract(epoch from greatest(
        full_at - make_interval(secs => ${every + slack}), blocked_until) - clock_timestamp())::float8 as wait`.execute(
      this.#database,
    );
    return rows[0]?.wait ?? 0;
  }

  /** Whoever does not wait takes no moment from others. */
  async #giveBack({ perSecond }: PaceLimits): Promise<void> {
    await sql`update lethe.host_pace set full_at = full_at - make_interval(secs => ${1 / perSecond})
      where host = ${this.#host}`.execute(this.#database);
  }

  /** Where only a closed host makes calls wait, it is looked at a few times a second, not before each call. */
  async #closedLately(): Promise<number> {
    if (performance.now() - this.#seenOpenAt < LOOK_AGAIN) return 0;
    this.#looking ??= this.#closedFor().finally(() => {
      this.#looking = undefined;
    });
    const wait = await this.#looking;
    if (wait <= 0) this.#seenOpenAt = performance.now();
    return wait;
  }

  async #closedFor(): Promise<number> {
    const { rows } = await sql<{ readonly wait: number }>`
      select 1000 * extract(epoch from blocked_until - clock_timestamp())::float8 as wait
      from lethe.host_pace where host = ${this.#host} and blocked_until > clock_timestamp()`.execute(this.#database);
    return rows[0]?.wait ?? 0;
  }
}

function tooLong(wait: number): HostError {
  return new HostError('too-fast', 'The host is to be left alone for a while: its limit of calls is used up.', {
    retryAt: new Date(Date.now() + wait),
  });
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
