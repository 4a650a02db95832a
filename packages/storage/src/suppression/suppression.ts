import { marksOf } from '@lethe/core';
import type { Identifiers, Person } from '@lethe/core';
import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import type { OwningDesk } from '../runs/own-run.ts';
import { hitsIn, matches, type Hit } from './hits.ts';
import { allKeys, currentKey, makeKey } from './suppression-keys.ts';

/** Somebody a run is about to erase, and until when they are to be recognized. */
export interface Suppressed {
  readonly run: string;
  /** The host's name in the settings. */
  readonly host: string;
  readonly who: Identifiers;
  readonly expiresAt: Date;
}

/** Anybody, as far as they can be recognized. */
export type Recognizable = Pick<Person, 'id' | 'identifiers'>;

/**
 * What erased people are recognized by: keyed hashes with an end, and no way to list them. The key is sealed; without it nobody can
 * try addresses against them, and with it only one by one.
 */
export class Suppression {
  readonly #desk: Pick<OwningDesk, 'database' | 'committer' | 'keys' | 'now'>;

  constructor(desk: Pick<OwningDesk, 'database' | 'committer' | 'keys' | 'now'>) {
    this.#desk = desk;
  }

  /** Keeps what the person of a run goes by, hashed; what is there already stays. Answers how much of it there is. */
  async add({ run, host, who, expiresAt }: Suppressed): Promise<number> {
    const { database, keys, now } = this.#desk;
    const { id, bytes } = await currentKey(database, await keys(), now());
    const marks = marksOf(who, { key: bytes, host });
    await sql`insert into lethe.suppression (mark, run, key, kind, expires_at)
      select m.mark, ${run}::uuid, ${id}::uuid, m.kind, ${expiresAt}::timestamptz
      from unnest(${marks.map(({ mark }) => mark)}::text[], ${marks.map(({ kind }) => kind)}::text[]) as m (mark, kind)
      on conflict (mark, run) do nothing`.execute(database);
    return marks.length;
  }

  /** Whether there is anybody to recognize: where there is not, no host need be asked. */
  async any(): Promise<boolean> {
    const { rows } = await sql`select 1 from lethe.suppression where expires_at > ${this.#desk.now()} limit 1`.execute(
      this.#desk.database,
    );
    return rows.length > 0;
  }

  /** Those of these people who go by what an erased person went by. The account of a run that is not over yet is no return. */
  async hits(host: string, people: readonly Recognizable[]): Promise<readonly Hit[]> {
    const { database, keys, now } = this.#desk;
    const known = await allKeys(database, await keys());
    const marks = known.flatMap(({ bytes: key }) =>
      people.flatMap(({ id: person, identifiers }) =>
        marksOf(identifiers, { key, host }).map((mark) => ({ person, ...mark })),
      ),
    );
    return marks.length === 0 ? [] : hitsIn(await matches(database, { host, now: now(), marks }));
  }

  /** Forgets what the person of a run went by: they agreed anew, or the run was given up. Answers how much there was. */
  async forget(run: string): Promise<number> {
    const { rows } = await sql`delete from lethe.suppression where run::text = ${run} returning 1`.execute(
      this.#desk.database,
    );
    return rows.length;
  }

  /** Destroys everything whose time is over, and keys nothing is made with any more. Answers how much. */
  async destroyExpired(): Promise<number> {
    const { database, committer, now } = this.#desk;
    const { rows } = await sql`delete from lethe.suppression where expires_at <= ${now()} returning 1`.execute(
      database,
    );
    await sql`delete from lethe.suppression_key k
      where k.id <> (select id from lethe.suppression_key order by made_at desc, id limit 1)
      and not exists (select from lethe.suppression s where s.key = k.id)`.execute(database);
    if (rows.length === 0) return 0;
    await rewrite(database);
    const fact = { what: 'suppressions-destroyed', counts: { found: rows.length } } as const;
    await committer.commit({ condition: sql`select 1 as one`, parts: [], facts: [fact] });
    return rows.length;
  }

  /** A new key makes the marks from now on; the ledger says so. */
  async changeKey(by: string): Promise<void> {
    const { database, committer, keys, now } = this.#desk;
    await makeKey(database, await keys(), now());
    const fact = { what: 'suppression-key-changed', actor: by } as const;
    await committer.commit({ condition: sql`select 1 as one`, parts: [], facts: [fact] });
  }
}

/** PostgreSQL would keep the bytes of deleted rows until the place is needed; where it cannot be had now, the next night makes up for it. */
async function rewrite(database: Database): Promise<void> {
  await database.connection().execute(async (session) => {
    await sql`set lock_timeout = '2s'`.execute(session);
    await sql`vacuum full lethe.suppression`.execute(session).catch(() => undefined);
    await sql`reset lock_timeout`.execute(session);
  });
}
