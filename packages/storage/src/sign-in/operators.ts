import { createHash } from 'node:crypto';
import type { Actor, LedgerFact } from '@lethe/core';
import { sql, type RawBuilder, type Selectable } from 'kysely';

import { often, type Database } from '../connection/database.ts';
import { Together } from '../connection/together.ts';
import type { Committer } from '../ledger/commit.ts';
import type { KeyRing } from '../secrets/sealing-key.ts';
import { lastAdministrator, noSuchOperator } from './account-conflicts.ts';
import { openIdentity, type OperatorKind } from './identity.ts';
import type { SignInTables } from './sign-in-tables.ts';

/** What an operator is given. */
export interface Given {
  readonly groups: readonly string[];
  readonly administrator: boolean;
}

/** Whoever works the server. */
export interface OperatorRecord extends Given {
  /** Opaque: `op-` and random letters. */
  readonly id: string;
  readonly kind: OperatorKind;
  readonly createdAt: Date;
  readonly signedInAt?: Date;
  readonly revokedAt?: Date;
}

/** The same for other administrators' screens. Personal: never logged, never stored but sealed. */
export interface NamedOperator extends OperatorRecord {
  readonly name: string;
}

/** What the parts of sign-in work with. */
export interface SignInDesk {
  readonly database: Database;
  readonly committer: Committer;
  readonly keys: () => Promise<KeyRing>;
  readonly now: () => Date;
}

/** Everybody who ever was an operator, oldest first. */
export async function allOperators({ database, keys }: SignInDesk): Promise<readonly NamedOperator[]> {
  const ring = await keys();
  const rows = await database.selectFrom('operator').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map((row) => {
    const { name } = openIdentity({ keyId: row.key_id, bytes: row.sealed }, row.id, ring);
    return { ...operatorRecord(row), name };
  });
}

/** Operators by their ids, as of now; nobody once they were revoked. */
export function actorsNow({ database }: SignInDesk): Together<string, Actor | undefined> {
  return new Together(async (ids) => {
    const { rows } = await sql<ActorRow>`${often} select id, groups, administrator, host, account from lethe.operator
      where id = any(${ids}::text[]) and revoked_at is null`.execute(database);
    const found = new Map(rows.map((row) => [row.id, actorOf(row)]));
    return (id) => found.get(id);
  });
}

/** Of an operator, what those who judge rights know. */
export type ActorRow = Pick<
  Selectable<SignInTables['operator']>,
  'id' | 'groups' | 'administrator' | 'host' | 'account'
>;

/** A stored operator as those who judge rights know them. */
export function actorOf({ host, account, ...actor }: ActorRow): Actor {
  return host === null || account === null ? actor : { ...actor, from: { host, account } };
}

/**
 * Gives a local account other groups. Sessions go on with what they may do now.
 * @throws StorageError `conflict` for anybody else's, and when nobody would administer the installation any more.
 */
export async function give(desk: SignInDesk, id: string, change: Given & { readonly by: string }): Promise<void> {
  const { groups, administrator, by } = change;
  await changing(desk, id, {
    endsAdministration: !administrator,
    condition: sql`select id from lethe.operator where id = ${id} and kind = 'local' and revoked_at is null for update`,
    parts: [
      sql`given as (update lethe.operator o set groups = ${groups}::text[], administrator = ${administrator}
        from go where o.id = go.id)`,
    ],
    facts: [rightsFact(by, id, { groups, administrator })],
  });
}

/**
 * Takes everything from an operator at once: their sessions and codes are gone, and whoever asks for them finds nobody.
 * @throws StorageError `conflict` when there is no such operator, and when nobody would administer the installation any more.
 */
export async function revoke(desk: SignInDesk, id: string, by: string): Promise<void> {
  await changing(desk, id, {
    endsAdministration: true,
    condition: sql`select id from lethe.operator where id = ${id} and revoked_at is null for update`,
    parts: [
      sql`revoked as (update lethe.operator o set revoked_at = ${desk.now()}::timestamptz, revoked_by = ${by}
        from go where o.id = go.id)`,
      sql`sessions as (delete from lethe.session s using go where s.operator = go.id)`,
      sql`codes as (delete from lethe.sign_in_code c using go where c.operator = go.id)`,
    ],
    facts: [rightsFact(by, id, 'revoked')],
  });
}

/** Lets somebody who was revoked sign in again. */
export async function restore(desk: SignInDesk, id: string, by: string): Promise<void> {
  await changing(desk, id, {
    endsAdministration: false,
    condition: sql`select id from lethe.operator where id = ${id} and revoked_at is not null for update`,
    parts: [
      sql`restored as (update lethe.operator o set revoked_at = null, revoked_by = null from go where o.id = go.id)`,
    ],
    facts: [rightsFact(by, id, 'restored')],
  });
}

interface AccountChange {
  readonly endsAdministration: boolean;
  readonly condition: RawBuilder<unknown>;
  readonly parts: readonly RawBuilder<unknown>[];
  readonly facts: readonly LedgerFact[];
}

/** One after the other, so that two administrators cannot take it from each other at the same moment. */
async function changing(desk: SignInDesk, id: string, { endsAdministration, ...change }: AccountChange): Promise<void> {
  await desk.committer.transaction(async (session, commit) => {
    await sql`select from lethe.installation for update`.execute(session);
    if (endsAdministration && !(await othersAdminister(session, id))) throw lastAdministrator();
    if (!(await commit(change))) throw noSuchOperator(id);
  });
}

/** Whether somebody administers it who can sign in, without this one; or this one does not. */
async function othersAdminister(session: Database, id: string): Promise<boolean> {
  const rows = await session
    .selectFrom('operator')
    .select('id')
    .where('administrator', '=', true)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('kind', '=', 'open-id'), eb('password', 'is not', null)]))
    .execute();
  return !rows.some((row) => row.id === id) || rows.length > 1;
}

/** What the ledger says: who changed something, and a digest of whose rights are how now. */
export function rightsFact(by: string, id: string, now: Given | 'revoked' | 'restored'): LedgerFact {
  const digest = createHash('sha256')
    .update(JSON.stringify([id, now]))
    .digest('hex');
  return { what: 'rights-changed', actor: by, digest };
}

/** A stored operator as others know them. */
function operatorRecord(row: Selectable<SignInTables['operator']>): OperatorRecord {
  const { id, kind, groups, administrator, created_at, signed_in_at, revoked_at } = row;
  return {
    ...{ id, kind, groups, administrator, createdAt: created_at },
    ...(signed_in_at === null ? {} : { signedInAt: signed_in_at }),
    ...(revoked_at === null ? {} : { revokedAt: revoked_at }),
  };
}
