import { sql, type Kysely } from 'kysely';

/** Runs that workers take up by themselves, the pace of hosts, nights, and a ledger whose runs do not wait for each other. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [states, run, waiting, progress, pace, night]) await statement.execute(db);
  for (const statement of [runLedger, appendOnly]) await statement.execute(db);
}

const states = sql`alter table lethe.run drop constraint run_state_check, add constraint run_state_check
  check (state in ('queued', 'running', 'stopped', 'done', 'done-with-gaps', 'superseded', 'called-off'))`;

const run = sql`alter table lethe.run
  add column durable boolean not null default false,
  add column queued_for timestamptz,
  add column accept_refused boolean not null default false,
  add column stop_asked_by text,
  add column gave_up boolean not null default false,
  add column tries integer not null default 0,
  add column chain_seq bigint not null default 0,
  add column chain_hash text not null default repeat('0', 64)`;

/** What a sweep looks through: few runs are open at a time. */
const waiting = sql`create index run_open on lethe.run (state) where open`;

/** Unlogged: after a crash of the server workers write it again. */
const progress = sql`create unlogged table lethe.run_progress (
  run uuid primary key,
  phase text not null,
  done integer not null,
  of integer,
  waiting_until timestamptz,
  noted_at timestamptz not null default clock_timestamp()
) with (fillfactor = 50)`;

const pace = sql`create unlogged table lethe.host_pace (
  host text primary key,
  full_at timestamptz not null,
  blocked_until timestamptz not null default '-infinity'
) with (fillfactor = 50)`;

const night = sql`create table lethe.night (
  name text primary key,
  night date not null,
  begun_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz
)`;

const runLedger = sql`create table lethe.run_ledger (
  run uuid not null,
  seq bigint not null,
  at timestamptz not null,
  fact jsonb not null,
  prev text not null,
  hash text not null,
  primary key (run, seq)
)`;

const appendOnly = sql`create trigger append_only before update or delete or truncate on lethe.run_ledger
  for each statement execute function lethe.refuse()`;
