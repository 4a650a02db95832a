import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import type { NoticeKind } from './happenings.ts';

/** What a mail says: ids and counts alone. */
export interface NoticeAbout {
  readonly count: number;
  /** A few of them. */
  readonly runs: readonly string[];
  readonly hosts: readonly string[];
  /** ISO 8601. */
  readonly until?: string;
}

/** A mail that is to be sent to somebody. */
export interface NewNotice {
  readonly id: string;
  readonly operator: string;
  readonly kind: NoticeKind | 'test';
  readonly about: NoticeAbout;
}

/** One whose time has come. It is the same at every try, so that whoever receives it twice can tell. */
export interface DueNotice extends NewNotice {
  readonly madeAt: Date;
  readonly tries: number;
}

/** How many there are. */
export interface OutboxCounts {
  readonly waiting: number;
  readonly sent: number;
  readonly gaveUp: number;
}

/** One that was taken is not taken again for so long: longer than any try to send it takes. */
const TAKEN = 300_000;

/** Puts mails into the outbox. */
export async function put(database: Database, notices: readonly NewNotice[], at: Date): Promise<void> {
  if (notices.length === 0) return;
  await sql`insert into lethe.notice (id, operator, kind, about, made_at, due_at, state)
    select n.id, n.operator, n.kind, n.about, ${at}::timestamptz, ${at}::timestamptz, 'waiting'
    from unnest(${notices.map(({ id }) => id)}::uuid[], ${notices.map(({ operator }) => operator)}::text[],
      ${notices.map(({ kind }) => kind)}::text[], ${notices.map(({ about }) => JSON.stringify(about))}::jsonb[]) as n (id, operator, kind, about)
    on conflict (id) do nothing`.execute(database);
}

/** Takes some that are due; whoever dies with them leaves them to the next after a while. */
export async function takeDue(database: Database, most: number, now: Date): Promise<readonly DueNotice[]> {
  const until = new Date(now.getTime() + TAKEN);
  const { rows } = await sql<Omit<DueNotice, 'madeAt'> & { readonly made_at: Date }>`
    update lethe.notice n set due_at = ${until}, tries = n.tries + 1
    where n.id in (select id from lethe.notice where state = 'waiting' and due_at <= ${now}
      order by due_at, id limit ${most} for update skip locked)
    returning n.id, n.operator, n.kind, n.about, n.made_at, n.tries`.execute(database);
  return rows.map(({ made_at: madeAt, ...rest }) => ({ ...rest, madeAt }));
}

/** Notes what became of one: sent, to be tried again then, or given up. */
export async function settle(
  database: Database,
  id: string,
  { state, dueAt, at }: { readonly state: 'waiting' | 'sent' | 'gave-up'; readonly dueAt?: Date; readonly at: Date },
): Promise<void> {
  await sql`update lethe.notice set state = ${state}, due_at = ${dueAt ?? at},
    ended_at = ${state === 'waiting' ? null : at}::timestamptz where id = ${id} and state = 'waiting'`.execute(
    database,
  );
}

/** Forgets what was settled before then. */
export async function forgetSettled(database: Database, before: Date): Promise<void> {
  await sql`delete from lethe.notice where ended_at < ${before}`.execute(database);
  await sql`delete from lethe.notice_told where at < ${before}`.execute(database);
}

/** How many mails are where. */
export async function countNotices(database: Database): Promise<OutboxCounts> {
  const { rows } = await sql<OutboxCounts>`select count(*) filter (where state = 'waiting')::int as waiting,
    count(*) filter (where state = 'sent')::int as sent, count(*) filter (where state = 'gave-up')::int as "gaveUp"
    from lethe.notice`.execute(database);
  return rows[0] ?? { waiting: 0, sent: 0, gaveUp: 0 };
}
