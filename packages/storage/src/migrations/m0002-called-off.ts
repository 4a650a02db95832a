import { sql, type Kysely } from 'kysely';

/** A run can be given up for good. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table lethe.run drop constraint run_state_check, add constraint run_state_check
    check (state in ('running', 'stopped', 'done', 'done-with-gaps', 'superseded', 'called-off'))`.execute(db);
}
