import { sql, type Kysely } from 'kysely';

/** What the server's API keeps: hosts that were added over it, what is looked up in the background, approvals and their limits. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [host, hostKey, inquiry, underWay]) await statement.execute(db);
  for (const statement of [approval, oneApprovalAPlan, waitingApprovals, allowance, killSwitch])
    await statement.execute(db);
}

/** A name is never given to another account: a removed host keeps its row, without keys. */
const host = sql`create table lethe.added_host (
  name text primary key check (name ~ '^[a-z0-9-]{1,40}$'),
  kind text not null,
  settings jsonb not null,
  version integer not null,
  removed boolean not null default false,
  changed_by text not null,
  changed_at timestamptz not null default now()
)`;

const hostKey = sql`create table lethe.added_host_key (
  host text not null references lethe.added_host,
  variable text not null,
  key_id text not null,
  sealed bytea not null,
  changed_at timestamptz not null default now(),
  primary key (host, variable)
)`;

const inquiry = sql`create table lethe.inquiry (
  id uuid primary key,
  kind text not null check (kind in ('review', 'check')),
  host text not null,
  person text not null,
  run uuid,
  asked_by text not null,
  asked_at timestamptz not null,
  owner uuid not null,
  found integer not null default 0,
  state text not null check (state in ('waiting', 'looking', 'ended')),
  ending jsonb,
  ended_at timestamptz
)`;

const underWay = sql`create index inquiry_asked on lethe.inquiry (asked_by, asked_at desc)`;

/** The plan may be forgotten while its approval waits: then there is nothing left to approve. */
const approval = sql`create table lethe.approval (
  id uuid primary key,
  plan uuid not null,
  host text not null,
  person text not null,
  digest text not null,
  phrase text not null,
  acknowledged text[] not null,
  steps integer not null,
  asked_by text not null,
  asked_at timestamptz not null,
  not_before timestamptz,
  needs_second boolean not null,
  second_by text,
  second_at timestamptz,
  state text not null check (state in ('open', 'granted', 'declined', 'withdrawn')),
  ended_by text,
  ended_at timestamptz,
  constraint another_person check (second_by is distinct from asked_by)
)`;

const oneApprovalAPlan = sql`create unique index one_approval_a_plan on lethe.approval (plan) where state in ('open', 'granted')`;

const waitingApprovals = sql`create index approval_asked on lethe.approval (asked_at desc)`;

/** How often an operator, or the whole installation, has asked for runs; `recent` are the latest times. */
const allowance = sql`create table lethe.allowance (
  key text primary key,
  night date not null,
  used integer not null default 0,
  recent timestamptz[] not null default '{}',
  held_at timestamptz
)`;

const killSwitch = sql`create table lethe.kill_switch as
  select false as thrown, null::text as changed_by, null::timestamptz as changed_at`;
