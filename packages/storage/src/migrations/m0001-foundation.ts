import { sql, type Kysely } from 'kysely';

/** Plans, runs with their steps and secrets, the ledger, settings. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [plan, secret, run, oneOpenRun, step, setting, installation]) await statement.execute(db);
  for (const statement of [ledger, ledgerHead, refusal, appendOnly, forwardOnly]) await statement.execute(db);
}

const plan = sql`create table lethe.plan (
  id uuid primary key,
  host text not null,
  person text not null,
  person_kind text not null,
  digest text not null,
  document jsonb not null,
  reviewed_by text not null,
  reviewed_at timestamptz not null
)`;

const secret = sql`create table lethe.secret (
  plan uuid primary key references lethe.plan,
  key_id text not null,
  sealed bytea not null
)`;

const run = sql`create table lethe.run (
  id uuid primary key,
  plan uuid not null constraint one_run_a_plan unique references lethe.plan,
  host text not null,
  person text not null,
  state text not null check (state in ('running', 'stopped', 'done', 'done-with-gaps', 'superseded')),
  open boolean not null,
  token uuid,
  approved_by text not null,
  approved_at timestamptz not null,
  approved_digest text not null,
  approved_phrase text not null,
  acknowledged text[] not null,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  ending jsonb,
  ledger_seq bigint,
  ledger_hash text,
  constraint one_run_an_approval unique (approved_by, approved_at, approved_digest)
)`;

const oneOpenRun = sql`create unique index one_open_run_a_person on lethe.run (host, person) where open`;

const step = sql`create table lethe.step (
  run uuid not null references lethe.run,
  step text collate "C" not null,
  attempts integer not null,
  begun_at timestamptz,
  outcome text,
  code text,
  remedy text,
  settled_at timestamptz,
  primary key (run, step)
) with (fillfactor = 70)`;

const setting = sql`create table lethe.setting (
  name text not null,
  version integer not null,
  document jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null default now(),
  primary key (name, version)
)`;

const installation = sql`create table lethe.installation as select gen_random_uuid() as id`;

const ledger = sql`create table lethe.ledger (
  seq bigint primary key,
  at timestamptz not null,
  fact jsonb not null,
  prev text not null,
  hash text not null
)`;

const ledgerHead = sql`create table lethe.ledger_head as select 0::bigint as seq, repeat('0', 64) as hash`;

const refusal = sql`create function lethe.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only' using errcode = 'LTH01';
end $$`;

const appendOnly = sql`create trigger append_only before update or delete or truncate on lethe.ledger
  for each statement execute function lethe.refuse()`;

const forwardOnly = sql`create trigger forward_only before insert or delete or truncate on lethe.ledger_head
  for each statement execute function lethe.refuse()`;
