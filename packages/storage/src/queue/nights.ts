import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';

/** Claims a night for whoever asks first; see `TimeClock.beginNight`. */
export async function beginNight(database: Database, name: string, date: string): Promise<boolean> {
  const { rows } = await sql<{ readonly isNew: boolean }>`
    insert into lethe.night as n (name, night, ended_at) values (${name}, ${date}::date, clock_timestamp())
    on conflict (name) do update set night = excluded.night, begun_at = clock_timestamp(), ended_at = null
    where n.night < excluded.night
      or (n.night = excluded.night and n.ended_at is null and n.begun_at < clock_timestamp() - interval '10 minutes')
    returning ended_at is not null as "isNew"`.execute(database);
  return rows[0]?.isNew === false;
}

/** Notes that a night is over. */
export async function endNight(database: Database, name: string, date: string): Promise<void> {
  await sql`update lethe.night set ended_at = clock_timestamp() where name = ${name} and night = ${date}::date`.execute(
    database,
  );
}
