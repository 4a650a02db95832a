import { sql, type Kysely } from 'kysely';

/** A database may have been moved elsewhere, and a plan may be there to repeat an erasure that a restore undid. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table lethe.moved (at timestamptz not null default now(), target text not null)`.execute(db);
  await sql`alter table lethe.plan add column replays jsonb`.execute(db);
}
