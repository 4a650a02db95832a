import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';

/** How a look ended: codes alone. `cannot`: the host does not list everybody; `nobody`: there is nobody to recognize. */
export type LookEnding = 'looked' | 'nobody' | 'cannot' | 'failed';

/** The last look through a host for people who came back. */
export interface Look {
  readonly host: string;
  readonly askedAt: Date;
  readonly begunAt?: Date;
  readonly endedAt?: Date;
  /** How many people were looked at, and how many of them were new hits. */
  readonly people: number;
  readonly found: number;
  readonly ending?: LookEnding;
}

interface Row {
  readonly host: string;
  readonly asked_at: Date;
  readonly begun_at: Date | null;
  readonly ended_at: Date | null;
  readonly people: number;
  readonly found: number;
  readonly ending: LookEnding | null;
}

/** A worker that has not been heard of for so long has died in the middle of it. */
const SILENT = '5 minutes';

/** Looks through hosts that are due or were done. They are asked for by anybody, and done by one worker of all. */
export class Looks {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Asks for a look through these hosts; one that is under way already is not begun anew. */
  async ask(hosts: readonly string[], at: Date): Promise<void> {
    await sql`insert into lethe.look as l (host, asked_at) select h, ${at}::timestamptz from unnest(${hosts}::text[]) as h
      on conflict (host) do update set asked_at = excluded.asked_at, begun_at = null, ended_at = null, ending = null, people = 0, found = 0
      where l.ended_at is not null`.execute(this.#database);
  }

  /** Takes one that is due; nothing where there is none. A worker that died in the middle of one has lost it. */
  async take(): Promise<string | undefined> {
    const { rows } = await sql<{ readonly host: string }>`
      update lethe.look l set begun_at = clock_timestamp(), alive_at = clock_timestamp(), people = 0, found = 0
      where l.host = (select host from lethe.look where ended_at is null
          and (alive_at is null or begun_at is null or alive_at < clock_timestamp() - ${SILENT}::interval)
        order by asked_at limit 1 for update skip locked) returning host`.execute(this.#database);
    return rows[0]?.host;
  }

  /** Notes how far it has come, and that somebody is at it. */
  async note(host: string, { people, found }: Pick<Look, 'people' | 'found'>): Promise<void> {
    await sql`update lethe.look set alive_at = clock_timestamp(), people = ${people}, found = ${found}
      where host = ${host}`.execute(this.#database);
  }

  async end(host: string, ending: LookEnding): Promise<void> {
    await sql`update lethe.look set ended_at = clock_timestamp(), ending = ${ending} where host = ${host}`.execute(
      this.#database,
    );
  }

  /** Leaves it to the next worker. */
  async leave(host: string): Promise<void> {
    await sql`update lethe.look set begun_at = null where host = ${host} and ended_at is null`.execute(this.#database);
  }

  /** The last of each host, by its name. */
  async all(): Promise<readonly Look[]> {
    const { rows } = await sql<Row>`select host, asked_at, begun_at, ended_at, people, found, ending from lethe.look
      order by host`.execute(this.#database);
    return rows.map(({ asked_at: askedAt, begun_at: begunAt, ended_at: endedAt, ending, ...row }) => ({
      ...{ ...row, askedAt },
      ...(begunAt === null ? {} : { begunAt }),
      ...(endedAt === null ? {} : { endedAt }),
      ...(ending === null ? {} : { ending }),
    }));
  }
}
