import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';

/**
 * Takes back everything in a restored database that would begin by itself: what was queued when the backup was made may have been
 * run, called off or forbidden since. Runs wait for a person, approvals have to be asked for anew, and the kill switch is thrown.
 */
export async function quiet(session: Database, by: string): Promise<void> {
  const has = async (table: string): Promise<boolean> => {
    const { rows } = await sql<{ there: boolean }>`select to_regclass(${table}) is not null as there`.execute(session);
    return rows[0]?.there === true;
  };
  await sql`update lethe.run set state = 'stopped', token = null where open`.execute(session);
  if (await has('lethe.run_ledger')) {
    await sql`update lethe.run set queued_for = null, stop_asked_by = null where open`.execute(session);
  }
  if (!(await has('lethe.kill_switch'))) return;
  await sql`update lethe.approval set state = 'withdrawn', ended_by = ${by}, ended_at = now() where state = 'open'`.execute(
    session,
  );
  await sql`update lethe.kill_switch set thrown = true, changed_by = ${by}, changed_at = now()`.execute(session);
}
