import { sql } from 'kysely';

import { hashOf, keyedHash } from './identity.ts';
import type { SignInDesk } from './operators.ts';

/** How often somebody may try: so many at once, then one every so many seconds. */
export interface TryLimit {
  /** What is counted, e.g. `address` and the address, `account` and the name. Only a keyed hash is kept. */
  readonly of: readonly [string, string];
  readonly atOnce: number;
  readonly everySeconds: number;
}

/**
 * Counts a try before it is made, in one statement for all processes: tries at the same moment cannot share one place. Answers
 * the seconds to wait; 0 lets it through.
 */
export async function countTry(desk: SignInDesk, { of, atOnce, everySeconds }: TryLimit): Promise<number> {
  const { current } = await desk.keys();
  const now = desk.now().getTime();
  const latest = new Date(now + (atOnce - 1) * everySeconds * 1000);
  const next = sql`greatest(t.due_at, ${new Date(now)}::timestamptz) + ${everySeconds} * interval '1 second'`;
  const lookup = keyedHash(current, of);
  const { rows } = await sql`
    insert into lethe.sign_in_try as t (lookup, due_at)
    values (${lookup}::bytea, ${new Date(now + everySeconds * 1000)}::timestamptz)
    on conflict (lookup) do update set due_at = ${next} where t.due_at <= ${latest}::timestamptz
    returning 1`.execute(desk.database);
  if (rows.length > 0) return 0;
  const full = await desk.database
    .selectFrom('sign_in_try')
    .select('due_at')
    .where('lookup', '=', lookup)
    .executeTakeFirst();
  return Math.max(1, Math.ceil(((full?.due_at.getTime() ?? now) - latest.getTime()) / 1000));
}

/** Takes back one try that was counted. */
export async function giveBackTry({ database, keys }: SignInDesk, { of, everySeconds }: TryLimit): Promise<void> {
  const { current } = await keys();
  await database
    .updateTable('sign_in_try')
    .set({ due_at: sql<Date>`due_at - ${everySeconds} * interval '1 second'` })
    .where('lookup', '=', keyedHash(current, of))
    .execute();
}

/** Forgets the tries of somebody who succeeded, and of everybody whose are long past. */
export async function forgetTries(desk: SignInDesk, of: TryLimit['of']): Promise<void> {
  const { current } = await desk.keys();
  await desk.database
    .deleteFrom('sign_in_try')
    .where((eb) => eb.or([eb('lookup', '=', keyedHash(current, of)), eb('due_at', '<', desk.now())]))
    .execute();
}

/** Whether this text is used for the first time; it is remembered until it would be refused for its age anyway. */
export async function useOnce(desk: SignInDesk, text: string, expiresAt: Date): Promise<boolean> {
  await desk.database.deleteFrom('sign_in_used').where('expires_at', '<', desk.now()).execute();
  const rows = await desk.database
    .insertInto('sign_in_used')
    .values({ lookup: hashOf(text), expires_at: expiresAt })
    .onConflict((conflict) => conflict.column('lookup').doNothing())
    .returning('lookup')
    .execute();
  return rows.length > 0;
}
