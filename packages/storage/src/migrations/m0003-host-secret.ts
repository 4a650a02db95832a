import { sql, type Kysely } from 'kysely';

/** What a sign-in to a host left, sealed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table lethe.host_secret (
    host text primary key,
    key_id text not null,
    sealed bytea not null,
    changed_at timestamptz not null default now()
  )`.execute(db);
}
