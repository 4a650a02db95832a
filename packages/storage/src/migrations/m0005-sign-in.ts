import { sql, type Kysely } from 'kysely';

/** Who works the server: operators, their sessions, codes that were handed to them, and how often somebody tried. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [operators, sessions, sessionsOfOperator, codes, oneSetup, tries, used, setUp]) {
    await statement.execute(db);
  }
}

// `lookup` is a keyed hash of how they are known, `sealed` the same in a form that can be opened again.
const operators = sql`create table lethe.operator (
  id text primary key check (id ~ '^op-[0-9a-z]{26}$'),
  kind text not null check (kind in ('local', 'open-id')),
  lookup bytea not null unique,
  key_id text not null,
  sealed bytea not null,
  password text check (password is null or kind = 'local'),
  groups text[] not null,
  administrator boolean not null,
  created_at timestamptz not null,
  signed_in_at timestamptz,
  revoked_at timestamptz,
  revoked_by text
)`;

// `lookup` is the hash of what the browser holds, so that nobody who reads the table is signed in.
const sessions = sql`create table lethe.session (
  lookup bytea primary key,
  operator text not null references lethe.operator (id) on delete cascade,
  signed_in_at timestamptz not null,
  used_at timestamptz not null,
  ends_at timestamptz not null
)`;
const sessionsOfOperator = sql`create index session_operator on lethe.session (operator)`;

// A setup code makes the first administrator; a password code lets one operator choose a password.
const codes = sql`create table lethe.sign_in_code (
  lookup bytea primary key,
  kind text not null check (kind in ('setup', 'password')),
  operator text references lethe.operator (id) on delete cascade check ((operator is null) = (kind = 'setup')),
  expires_at timestamptz not null
)`;
const oneSetup = sql`create unique index one_setup_code on lethe.sign_in_code (kind) where kind = 'setup'`;

// When the next try of an address or account would be in time, were all of them evenly spread.
const tries = sql`create table lethe.sign_in_try (
  lookup bytea primary key,
  due_at timestamptz not null
)`;

// Answers of an OpenID provider that were used; each is good for one sign-in.
const used = sql`create table lethe.sign_in_used (
  lookup bytea primary key,
  expires_at timestamptz not null
)`;

const setUp = sql`alter table lethe.installation add column set_up_at timestamptz`;
