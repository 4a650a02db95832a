import { sql, type Kysely } from 'kysely';

/** What erased people are recognized by should they come back, who did, and when hosts were looked at for that. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [key, suppression, ofRun, overAt, returned, look, approvalStates])
    await statement.execute(db);
}

/** Each key makes marks for a while; it goes when the last of them has gone. */
const key = sql`create table lethe.suppression_key (
  id uuid primary key,
  key_id text not null,
  sealed bytea not null,
  made_at timestamptz not null
)`;

const suppression = sql`create table lethe.suppression (
  mark text not null check (mark ~ '^[0-9a-f]{32}$'),
  run uuid not null,
  key uuid not null references lethe.suppression_key,
  kind text not null,
  expires_at timestamptz not null,
  primary key (mark, run)
)`;
const ofRun = sql`create index suppression_run on lethe.suppression (run)`;
const overAt = sql`create index suppression_over on lethe.suppression (expires_at)`;

/** Each account and run once: what was decided about them is not asked again. */
const returned = sql`create table lethe.returned (
  id uuid primary key,
  host text not null,
  person text not null,
  run uuid not null,
  place text not null check (place in ('same-account', 'same-host', 'other-host')),
  kinds text[] not null,
  found_at timestamptz not null,
  state text not null check (state in ('open', 'another-person', 'review', 'consent')),
  decided_by text,
  decided_at timestamptz,
  unique (host, person, run)
)`;

const look = sql`create table lethe.look (
  host text primary key,
  asked_at timestamptz not null,
  begun_at timestamptz,
  alive_at timestamptz,
  ended_at timestamptz,
  people integer not null default 0,
  found integer not null default 0,
  ending text
)`;

/** A request nobody answered in time is over, and the ledger says so. */
const approvalStates = sql`alter table lethe.approval drop constraint approval_state_check, add constraint approval_state_check
  check (state in ('open', 'granted', 'declined', 'withdrawn', 'expired'))`;
