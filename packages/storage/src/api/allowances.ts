import { digestOf } from '@lethe/core';
import { sql, type RawBuilder } from 'kysely';

import type { Database } from '../connection/database.ts';
import type { Committer } from '../ledger/commit.ts';

/** How many runs may be asked for; whoever asks computes the night, as only they know the time zone. */
export interface Caps {
  readonly operator: string;
  readonly now: Date;
  /** The night it counts for, as `2026-11-28`. */
  readonly night: string;
  readonly perOperator: number;
  readonly perNight: number;
  /** So many since then are too fast for one operator. */
  readonly velocity: { readonly most: number; readonly since: Date };
}

/** Why a cap stands in the way, or that none does. */
export type CapVerdict = 'free' | 'held' | 'operator-cap' | 'night-cap' | 'too-fast';

const installation = 'installation';
const FAST = 1_000_000;

function limits({ operator, perOperator, perNight, velocity }: Caps): readonly Limit[] {
  return [
    { key: installation, most: perNight, lately: FAST },
    { key: `operator ${operator}`, most: perOperator, lately: velocity.most },
  ];
}

interface Limit {
  readonly key: string;
  readonly most: number;
  readonly lately: number;
}

/** Rows that are there before they are locked. */
export async function makeKeys(database: Database, caps: Caps): Promise<void> {
  const keys = limits(caps).map(({ key }) => key);
  await sql`insert into lethe.allowance (key, night) select k, ${caps.night}::date from unnest(${keys}::text[]) as k
    on conflict (key) do nothing`.execute(database);
}

/** SQL: `counted`, the locked rows with what they have come to tonight, beside what they may come to. */
export function countedKeys(caps: Caps): RawBuilder<unknown> {
  const all = limits(caps);
  return sql`counted as materialized (
    select a.key, l.most, l.lately as most_lately, a.held_at,
      case when a.night = ${caps.night}::date then a.used else 0 end as used,
      (select count(*) from unnest(a.recent) as t where t > ${caps.velocity.since}) as lately
    from lethe.allowance a join unnest(${all.map(({ key }) => key)}::text[], ${all.map(({ most }) => most)}::integer[],
      ${all.map(({ lately }) => lately)}::integer[]) as l (key, most, lately) on l.key = a.key
    order by a.key for update of a)`;
}

/** SQL over `counted`: whether one more is within every cap. A row that is missing denies. */
export function withinCaps(caps: Caps): RawBuilder<unknown> {
  return sql`count(*) = ${limits(caps).length} and bool_and(held_at is null and used < most and lately < most_lately)`;
}

/** SQL over `counted`: how many this operator has asked for tonight. */
export function usedByOperator({ operator }: Caps): RawBuilder<unknown> {
  return sql`max(used) filter (where key = ${`operator ${operator}`})`;
}

/** SQL: the part that counts one more. */
export function countUse(caps: Caps): RawBuilder<unknown> {
  return sql`used as (update lethe.allowance a set night = ${caps.night}::date,
    used = case when a.night = ${caps.night}::date then a.used else 0 end + 1,
    recent = array(select t from unnest(a.recent) as t where t > ${caps.velocity.since}) || ${caps.now}::timestamptz
    from go where a.key = any(${limits(caps).map(({ key }) => key)}::text[]))`;
}

/** What operators and the installation have come to. */
export class Allowances {
  readonly #database: Database;
  readonly #committer: Committer;

  constructor(database: Database, committer: Committer) {
    this.#database = database;
    this.#committer = committer;
  }

  /** What stands in the way of one more; only to say why, as it may have changed by the time it is said. */
  async verdict(caps: Caps): Promise<CapVerdict> {
    const { rows } = await sql<{ key: string; held: boolean; full: boolean; fast: boolean }>`
      select a.key, a.held_at is not null as held, a.night = ${caps.night}::date and a.used >= l.most as full,
        (select count(*) from unnest(a.recent) as t where t > ${caps.velocity.since}) >= l.lately as fast
      from lethe.allowance a join unnest(${limits(caps).map(({ key }) => key)}::text[],
        ${limits(caps).map(({ most }) => most)}::integer[], ${limits(caps).map(({ lately }) => lately)}::integer[])
        as l (key, most, lately) on l.key = a.key`.execute(this.#database);
    const mine = rows.find(({ key }) => key !== installation);
    if (mine?.held === true) return 'held';
    if (mine?.fast === true) return 'too-fast';
    if (mine?.full === true) return 'operator-cap';
    return rows.some(({ full }) => full) ? 'night-cap' : 'free';
  }

  /** Holds an operator who asks too fast until an administrator lets them go on. Answers whether they were not held before. */
  async hold(operator: string): Promise<boolean> {
    return this.#set(operator, { held: true, by: operator });
  }

  /** Lets a held operator go on; what they asked for lately counts no more. Answers whether they were held. */
  async release(operator: string, by: string): Promise<boolean> {
    return this.#set(operator, { held: false, by });
  }

  /** Who is held, and since when. */
  async held(): Promise<readonly { readonly operator: string; readonly since: Date }[]> {
    const { rows } = await sql<{ key: string; since: Date }>`select key, held_at as since from lethe.allowance
      where held_at is not null order by held_at`.execute(this.#database);
    return rows.map(({ key, since }) => ({ operator: key.slice('operator '.length), since }));
  }

  async #set(operator: string, { held, by }: { readonly held: boolean; readonly by: string }): Promise<boolean> {
    const written = await this.#committer.commit({
      condition: sql`select key from lethe.allowance
        where key = ${`operator ${operator}`} and (held_at is null) = ${held} for update`,
      parts: [
        held
          ? sql`changed as (update lethe.allowance a set held_at = now() from go where a.key = go.key)`
          : sql`changed as (update lethe.allowance a set held_at = null, recent = '{}' from go where a.key = go.key)`,
      ],
      // Whose hold it is: by a digest, as where rights are changed.
      facts: [{ what: held ? 'operator-held' : 'operator-released', actor: by, digest: digestOf([operator]) }],
    });
    return written !== undefined;
  }
}
