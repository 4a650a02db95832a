import { sql, type Kysely } from 'kysely';

/** Certificates of runs with their keys, the checks that come after a run, and what the receipt of a person is compared with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [key, oneCurrent, certificate, receipt, check, dueChecks]) await statement.execute(db);
  for (const statement of [changes, toCertify]) await statement.execute(db);
}

/** `sealed` is null where the database was moved away from. */
const key = sql`create table lethe.certificate_key (
  id text primary key check (id ~ '^[0-9a-f]{64}$'),
  public_key text not null,
  key_id text not null,
  sealed bytea,
  made_at timestamptz not null,
  retired_at timestamptz
)`;

const oneCurrent = sql`create unique index one_current_certificate_key on lethe.certificate_key ((true)) where retired_at is null`;

/** `file` is the certificate to the byte. */
const certificate = sql`create table lethe.certificate (
  run uuid not null references lethe.run,
  edition integer not null,
  issued_at timestamptz not null,
  digest text not null,
  file text not null,
  primary key (run, edition)
)`;

/** The secret itself is kept nowhere. */
const receipt = sql`create table lethe.certificate_receipt (
  run uuid primary key references lethe.run,
  commitment text not null,
  made_by text not null,
  made_at timestamptz not null
)`;

const check = sql`create table lethe.certificate_check (
  run uuid not null references lethe.run,
  after text not null,
  due_at timestamptz not null,
  next_at timestamptz not null,
  tries integer not null default 0,
  claimed_by uuid,
  claimed_at timestamptz,
  ended_at timestamptz,
  result jsonb,
  primary key (run, after)
)`;

const dueChecks = sql`create index due_certificate_check on lethe.certificate_check (next_at) where ended_at is null`;

/** Whatever happens to a run's certificate is counted; what an edition tells of is noted, so that nothing is left untold by a crash. */
const changes = sql`alter table lethe.run
  add column certificate_changes integer not null default 1,
  add column certificate_told integer not null default 0`;

const toCertify = sql`create index run_to_certify on lethe.run (ended_at)
  where certificate_told < certificate_changes and state in ('done', 'done-with-gaps')`;
