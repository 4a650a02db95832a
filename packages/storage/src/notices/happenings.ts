import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';

/** What operators are told about by mail. */
export const noticeKinds = [
  'second-asked',
  'begins-soon',
  'cancelled',
  'ended-with-gaps',
  'stopped',
  'check-found',
  'returned',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Something that happened and nobody was told about yet. Ids and codes alone. */
export interface Happening {
  /** Tells it from everything else that may happen. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly host: string;
  readonly run?: string;
  readonly approval?: string;
  /** Who asked for the run. */
  readonly asker?: string;
  /** The second person, where there was one. */
  readonly second?: string;
  /** Who did it, where somebody did: they know. */
  readonly by?: string;
  /** When what waits begins or expires. */
  readonly until?: Date;
}

interface Row {
  readonly key: string;
  readonly kind: NoticeKind;
  readonly host: string;
  readonly run: string | null;
  readonly approval: string | null;
  readonly asker: string | null;
  readonly second: string | null;
  readonly by: string | null;
  readonly until: Date | null;
}

/** From when on, and how far the ledger was read. */
export interface Mark {
  readonly since: Date;
  readonly seq: string;
}

/** So much at most is found in one go; the rest is the next time. */
export const MOST_HAPPENINGS = 2000;

/** What is due to be told. A run that stopped a moment ago may go on by itself; one that begins soon is told of once its wait was long. */
export async function happeningsIn(database: Database, { since, seq }: Mark, now: Date): Promise<readonly Happening[]> {
  const { rows } = await sql<Row>`
    with seen as (${requests(since)} union all ${runsOver(since, now)} union all ${runsSoon(now)}
      union all ${checks(seq)} union all ${returned(since)})
    select s.* from seen s where not exists (select from lethe.notice_told t where t.key = s.key)
    order by s.kind, s.key limit ${MOST_HAPPENINGS}`.execute(database);
  return rows.map(({ key, kind, host, ...row }) => ({
    ...{ key, kind, host },
    ...(row.run === null ? {} : { run: row.run }),
    ...(row.approval === null ? {} : { approval: row.approval }),
    ...(row.asker === null ? {} : { asker: row.asker }),
    ...(row.second === null ? {} : { second: row.second }),
    ...(row.by === null ? {} : { by: row.by }),
    ...(row.until === null ? {} : { until: row.until }),
  }));
}

type Fragment = ReturnType<typeof sql>;

function requests(since: Date): Fragment {
  return sql`select case when a.state = 'open' then 'asked ' else 'request ' || a.state || ' ' end || a.id as key,
      case when a.state = 'open' then 'second-asked' else 'cancelled' end as kind, a.host, null::text as run, a.id::text as approval,
      a.asked_by as asker, null::text as second, a.ended_by as by, null::timestamptz as until
    from lethe.approval a
    where (a.state = 'open' and a.needs_second and a.asked_at >= ${since})
      or (a.state in ('declined', 'withdrawn', 'expired') and a.ended_at >= ${since})`;
}

/** Runs with how they were approved. */
const approvedRun = sql`lethe.run r left join lethe.approval a on a.plan = r.plan and a.state = 'granted'`;

function runsOver(since: Date, now: Date): Fragment {
  return sql`select r.state || ' ' || r.id || ' ' || extract(epoch from r.ended_at) as key,
      case r.state when 'done-with-gaps' then 'ended-with-gaps' when 'called-off' then 'cancelled' else 'stopped' end as kind,
      r.host, r.id::text as run, a.id::text as approval, r.approved_by as asker, a.second_by as second, r.stop_asked_by as by, null as until
    from ${approvedRun}
    where r.ended_at >= ${since} and (r.state in ('done-with-gaps', 'called-off')
      or (r.state = 'stopped' and r.ended_at < ${now}::timestamptz - interval '30 seconds'))`;
}

function runsSoon(now: Date): Fragment {
  return sql`select 'begins ' || r.id || ' ' || extract(epoch from r.queued_for) as key, 'begins-soon' as kind,
      r.host, r.id::text as run, a.id::text as approval, r.approved_by as asker, a.second_by as second, null as by, r.queued_for as until
    from ${approvedRun}
    where r.open and r.state = 'queued' and r.tries = 0 and r.ending is null and r.queued_for > ${now}
      and r.queued_for <= ${now}::timestamptz + interval '15 minutes'
      and r.queued_for >= coalesce(a.second_at, r.approved_at) + interval '30 minutes'`;
}

/** Whoever checks a run by hand sees what was found; the run's own people are told as of any check. */
function checks(seq: string): Fragment {
  return sql`select 'check ' || l.seq as key, 'check-found' as kind, r.host, r.id::text as run, a.id::text as approval,
      r.approved_by as asker, a.second_by as second, l.fact ->> 'actor' as by, null as until
    from lethe.ledger l join lethe.run r on r.id::text = l.fact ->> 'run' left join lethe.approval a on a.plan = r.plan and a.state = 'granted'
    where l.seq > ${seq}::bigint and l.fact ->> 'what' = 'verified-later' and exists (
      select from jsonb_each(l.fact -> 'counts') c
      where c.key not in ('clean', 'already-clean') and c.value <> '0'::jsonb)`;
}

function returned(since: Date): Fragment {
  return sql`select 'returned ' || t.id as key, 'returned' as kind, t.host, t.run::text as run, null as approval,
      r.approved_by as asker, null as second, null as by, null as until
    from lethe.returned t join lethe.run r on r.id = t.run where t.state = 'open' and t.found_at >= ${since}`;
}
