import type { Actor } from '@lethe/core';
import { sql, type RawBuilder } from 'kysely';

import type { KeyRing } from '../secrets/sealing-key.ts';
import { accountConflict } from './account-conflicts.ts';
import { lookupOf, lookupsOf, randomLetters, sealIdentity, type Identity } from './identity.ts';
import { rightsFact, type Given, type SignInDesk } from './operators.ts';

/** Somebody an OpenID provider or a host vouches for, with what it says about them right now. */
export interface Arrival extends Given {
  readonly identity: Identity;
}

/** Makes an operator, or finds the one there is and takes over what the provider says. Nobody, if they were revoked. */
export async function arrive(desk: SignInDesk, { identity, ...given }: Arrival): Promise<Actor | undefined> {
  const ring = await desk.keys();
  const known = await findKnown(desk, identity, ring);
  if (known?.revoked_at !== undefined && known.revoked_at !== null) return undefined;
  if (known === undefined) {
    const id = await addOperator(desk, { identity, by: 'own', ...given });
    return id === undefined ? undefined : { id, ...given };
  }
  const { keyId, bytes } = sealIdentity(identity, known.id, ring);
  const same =
    JSON.stringify([known.groups, known.administrator]) === JSON.stringify([given.groups, given.administrator]);
  const kept = await desk.committer.commit({
    condition: sql`select id from lethe.operator where id = ${known.id} and revoked_at is null for update`,
    parts: [
      sql`given as (update lethe.operator o set groups = ${given.groups}::text[], administrator = ${given.administrator},
        lookup = ${lookupOf(identity, ring)}, key_id = ${keyId}, sealed = ${bytes} from go where o.id = go.id)`,
    ],
    facts: same ? [] : [rightsFact(known.id, known.id, given)],
  });
  return kept && { id: known.id, ...given };
}

async function findKnown({ database }: SignInDesk, identity: Identity, ring: KeyRing) {
  return database
    .selectFrom('operator')
    .select(['id', 'groups', 'administrator', 'revoked_at', 'password'])
    .where('lookup', 'in', [...lookupsOf(identity, ring)])
    .executeTakeFirst();
}

/** Who has this name here, and the hash of their password; nobody once they were revoked, or before they chose one. */
export async function passwordFor(
  desk: SignInDesk,
  identity: Identity,
): Promise<{ readonly id: string; readonly password: string } | undefined> {
  const known = await findKnown(desk, identity, await desk.keys());
  if (known === undefined || known.revoked_at !== null || known.password === null) return undefined;
  return { id: known.id, password: known.password };
}

/** The hash of a local operator's password, for whoever is signed in and changes it. */
export async function passwordOf({ database }: SignInDesk, id: string): Promise<string | undefined> {
  const row = await database
    .selectFrom('operator')
    .select('password')
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row?.password ?? undefined;
}

/** A new operator. */
export interface NewOperator extends Given {
  readonly identity: Identity;
  /** Who makes them; `own` where nobody else does. */
  readonly by: string;
  readonly password?: string;
  /** What has to hold besides: a statement that selects one row. */
  readonly condition?: RawBuilder<unknown>;
  readonly parts?: readonly RawBuilder<unknown>[];
}

/**
 * Makes an operator. Answers their id, or nothing when the condition does not hold or somebody is known by the same.
 * @throws StorageError `conflict` when somebody was made with the same name at this moment.
 */
export async function addOperator(desk: SignInDesk, made: NewOperator): Promise<string | undefined> {
  const { identity, by, password = null, groups, administrator, condition = sql`select 1 as one`, parts = [] } = made;
  const ring = await desk.keys();
  const id = `op-${randomLetters(26)}`;
  const { keyId, bytes } = sealIdentity(identity, id, ring);
  const others = lookupsOf(identity, ring);
  const [host, account] = identity.kind === 'host' ? [identity.issuer, identity.subject] : [null, null];
  const done = await desk.committer
    .commit({
      condition: sql`select * from (${condition}) as asked
        where not exists (select from lethe.operator where lookup = any (${others}::bytea[]))`,
      parts: [
        sql`made as (insert into lethe.operator
            (id, kind, lookup, key_id, sealed, password, groups, administrator, created_at, host, account)
          select ${id}, ${identity.kind}, ${lookupOf(identity, ring)}::bytea, ${keyId}, ${bytes}::bytea, ${password},
            ${groups}::text[], ${administrator}::boolean, ${desk.now()}::timestamptz,
            ${host}::text, ${account}::text from go)`,
        ...parts,
      ],
      facts: [rightsFact(by === 'own' ? id : by, id, { groups, administrator })],
    })
    .catch(accountConflict);
  return done && id;
}
