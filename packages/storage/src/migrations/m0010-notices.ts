import { sql, type Kysely } from 'kysely';

/** Mails to operators: where they go, what was told about already, and what is still to be sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [address, mark, told, notice, due, ended]) await statement.execute(db);
}

/** `sealed` is the address; `own` where the operator chose it, else their provider said it. */
const address = sql`create table lethe.notice_address (
  operator text primary key references lethe.operator (id) on delete cascade,
  key_id text,
  sealed bytea,
  own boolean not null,
  language text,
  unwanted text[] not null default '{}',
  changed_at timestamptz not null
)`;

/** From when on something is told, and how far the ledger was read for that. */
const mark = sql`create table lethe.notice_mark (since timestamptz not null, ledger_seq bigint not null)`;

const told = sql`create table lethe.notice_told (key text primary key, at timestamptz not null)`;

/** A mail to be sent, without its address: that is looked up when it is. */
const notice = sql`create table lethe.notice (
  id uuid primary key,
  operator text not null references lethe.operator (id) on delete cascade,
  kind text not null,
  about jsonb not null,
  made_at timestamptz not null,
  due_at timestamptz not null,
  tries integer not null default 0,
  state text not null check (state in ('waiting', 'sent', 'gave-up')),
  ended_at timestamptz
)`;
const due = sql`create index notice_due on lethe.notice (due_at) where state = 'waiting'`;
const ended = sql`create index run_ended on lethe.run (ended_at)`;
