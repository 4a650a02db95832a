import { sql, type Kysely } from 'kysely';

/** A database may have been moved elsewhere; a plan may repeat an erasure that a restore undid; a canary shows that the key fits. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table lethe.moved (at timestamptz not null default now(), target text not null)`.execute(db);
  await sql`create table lethe.canary (key_id text not null, sealed bytea not null)`.execute(db);
  await sql`create unique index one_canary on lethe.canary ((true))`.execute(db);
  await sql`alter table lethe.plan add column replays jsonb`.execute(db);
}
