import { sql } from 'kysely';

import { addOperator } from './arriving.ts';
import { nameTaken, noSuchOperator } from './account-conflicts.ts';
import { hashOf, localIdentity, randomLetters } from './identity.ts';
import type { Given, SignInDesk } from './operators.ts';

/** A name, and the hash of a password. Personal: the name. */
export interface Chosen {
  readonly login: string;
  readonly password: string;
}

/** Whether the first administrator has been made. It stays so for good. */
export async function isSetUp({ database }: SignInDesk): Promise<boolean> {
  const row = await database.selectFrom('installation').select('set_up_at').executeTakeFirstOrThrow();
  return row.set_up_at !== null;
}

/** A new code for the first administrator; the one before is good no longer. Nothing once there is one. */
export async function setupCode(desk: SignInDesk, expiresAt: Date): Promise<string | undefined> {
  const code = newCode();
  const { numAffectedRows } = await sql`
    insert into lethe.sign_in_code (lookup, kind, operator, expires_at)
    select ${hashOf(code)}::bytea, 'setup', null, ${expiresAt}::timestamptz from lethe.installation where set_up_at is null
    on conflict (kind) where kind = 'setup'
      do update set lookup = excluded.lookup, expires_at = excluded.expires_at`.execute(desk.database);
  return numAffectedRows === 0n ? undefined : code;
}

/** Makes the first administrator with the setup code, which closes the setup. Answers their id; nothing for any other code. */
export async function setUp(desk: SignInDesk, code: string, { login, password }: Chosen): Promise<string | undefined> {
  return addOperator(desk, {
    identity: localIdentity(login),
    ...{ password, by: 'own', groups: [], administrator: true },
    condition: sql`select c.lookup from lethe.sign_in_code c, lethe.installation i
      where c.lookup = ${hashOf(plainCode(code))} and c.kind = 'setup' and c.expires_at > ${desk.now()}::timestamptz
        and i.set_up_at is null for update`,
    parts: [
      sql`spent as (delete from lethe.sign_in_code c using go where c.lookup = go.lookup)`,
      sql`closed as (update lethe.installation set set_up_at = ${desk.now()}::timestamptz from go)`,
    ],
  });
}

/**
 * Makes a local account that chooses its password with a code. Answers both.
 * @throws StorageError `conflict` when there is an account of that name.
 */
export async function invite(
  desk: SignInDesk,
  made: Given & { readonly login: string; readonly by: string; readonly expiresAt: Date },
): Promise<{ readonly id: string; readonly code: string }> {
  const { login, by, groups, administrator, expiresAt } = made;
  const id = await addOperator(desk, { identity: localIdentity(login), by, groups, administrator });
  if (id === undefined) throw nameTaken();
  return { id, code: await passwordCode(desk, id, expiresAt) };
}

/**
 * A code with which a local operator chooses a new password; the ones before are good no longer.
 * @throws StorageError `conflict` when there is no such operator.
 */
export async function passwordCode({ database }: SignInDesk, id: string, expiresAt: Date): Promise<string> {
  const code = newCode();
  const { numAffectedRows } = await sql`
    with known as materialized (
      select id from lethe.operator where id = ${id} and kind = 'local' and revoked_at is null for update),
    older as (delete from lethe.sign_in_code c using known where c.operator = known.id)
    insert into lethe.sign_in_code (lookup, kind, operator, expires_at)
    select ${hashOf(code)}::bytea, 'password', known.id, ${expiresAt}::timestamptz from known`.execute(database);
  if (numAffectedRows === 0n) throw noSuchOperator(id);
  return code;
}

/** Whether a code of this kind can be used now: asked before the work of hashing a password. */
export async function codeIsGood(desk: SignInDesk, code: string, kind: 'setup' | 'password'): Promise<boolean> {
  const row = await desk.database
    .selectFrom('sign_in_code')
    .select('kind')
    .where('lookup', '=', hashOf(plainCode(code)))
    .where('kind', '=', kind)
    .where('expires_at', '>', desk.now())
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses a code up for a password, the hash of which is kept; every session of theirs ends. Answers whose it is. */
export async function usePasswordCode(desk: SignInDesk, code: string, password: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with spent as (delete from lethe.sign_in_code where lookup = ${hashOf(plainCode(code))} and kind = 'password'
      and expires_at > ${desk.now()}::timestamptz returning operator),
    ended as (delete from lethe.session s using spent where s.operator = spent.operator)
    update lethe.operator o set password = ${password} from spent
    where o.id = spent.operator and o.revoked_at is null returning o.id`.execute(desk.database);
  return rows[0]?.id;
}

/** A new password of whoever is signed in; every session of theirs ends. */
export async function changePassword({ database }: SignInDesk, id: string, password: string): Promise<void> {
  await sql`with ended as (delete from lethe.session where operator = ${id})
    update lethe.operator set password = ${password} where id = ${id} and kind = 'local'`.execute(database);
}

/** 25 letters in groups of five: 125 random bits, to be typed from a letter or a terminal. */
function newCode(): string {
  return randomLetters(25).replace(/.{5}(?=.)/g, '$&-');
}

/** As it was made, however it was typed. */
function plainCode(typed: string): string {
  const letters = typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  return letters.replace(/.{5}(?=.)/g, '$&-');
}
