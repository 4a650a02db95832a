import { randomBytes } from 'node:crypto';
import type { Actor } from '@lethe/core';
import { sql } from 'kysely';

import { often } from '../connection/database.ts';
import { Together } from '../connection/together.ts';
import { hashOf, type OperatorKind } from './identity.ts';
import { actorOf, type ActorRow, type SignInDesk } from './operators.ts';

/** Whoever is signed in, as of now. */
export interface OpenSession {
  readonly operator: Actor;
  readonly kind: OperatorKind;
  /** When they last proved who they are. */
  readonly signedInAt: Date;
  readonly endsAt: Date;
}

/** A sign-in that was proven. */
export interface Beginning {
  readonly operator: string;
  readonly signedInAt: Date;
  readonly endsAt: Date;
  /** The session the same browser had before: it ends. */
  readonly instead?: string | undefined;
}

/** Begins a session. Answers what the browser holds: 256 random bits, of which only the hash is kept. Nothing for who was revoked. */
export async function beginSession(desk: SignInDesk, beginning: Beginning): Promise<string | undefined> {
  const { operator, signedInAt, endsAt, instead } = beginning;
  const secret = randomBytes(32).toString('base64url');
  const now = desk.now();
  const { numAffectedRows } = await sql`
    with known as (update lethe.operator set signed_in_at = ${now}::timestamptz
      where id = ${operator} and revoked_at is null returning id),
    older as (delete from lethe.session
      where lookup = ${instead === undefined ? null : hashOf(instead)}::bytea or ends_at <= ${now}::timestamptz)
    insert into lethe.session (lookup, operator, signed_in_at, used_at, ends_at)
    select ${hashOf(secret)}::bytea, known.id, ${signedInAt}::timestamptz, ${now}::timestamptz, ${endsAt}::timestamptz
    from known`.execute(desk.database);
  return numAffectedRows === 0n ? undefined : secret;
}

/** How often it is noted that a session is used: not with every request. */
const NOTED_EVERY = 60_000;

interface Row extends ActorRow {
  readonly lookup: Buffer;
  readonly kind: OperatorKind;
  readonly signed_in_at: Date;
  readonly used_at: Date;
  readonly ends_at: Date;
}

/** Sessions of browsers that are open: looked up with every request. */
export class OpenSessions {
  readonly #desk: SignInDesk;
  readonly #rows = new Together<string, Row | undefined>(async (lookups) => this.#read(lookups));

  constructor(desk: SignInDesk) {
    this.#desk = desk;
  }

  /** The session of a browser, unless it ended, was not used for so long, or its operator was revoked. That it is used is noted. */
  async use(secret: string, idleMilliseconds: number): Promise<OpenSession | undefined> {
    const { database, now } = this.#desk;
    const row = await this.find(secret, idleMilliseconds);
    if (row === undefined) return undefined;
    const at = now();
    if (at.getTime() - row.used_at.getTime() >= Math.min(NOTED_EVERY, idleMilliseconds / 4)) {
      await database.updateTable('session').set({ used_at: at }).where('lookup', '=', hashOf(secret)).execute();
    }
    const { id, groups, administrator, host, account, kind } = row;
    const operator = actorOf({ id, groups, administrator, host, account });
    return { operator, kind, signedInAt: row.signed_in_at, endsAt: row.ends_at };
  }

  /** The same without using it. */
  async find(secret: string, idleMilliseconds: number): Promise<Row | undefined> {
    const row = await this.#rows.ask(hashOf(secret).toString('hex'));
    const now = this.#desk.now().getTime();
    if (row === undefined || row.ends_at.getTime() <= now) return undefined;
    return row.used_at.getTime() > now - idleMilliseconds ? row : undefined;
  }

  async #read(lookups: readonly string[]): Promise<(lookup: string) => Row | undefined> {
    const hashes = lookups.map((lookup) => Buffer.from(lookup, 'hex'));
    const { rows } = await sql<Row>`${often} select s.lookup, s.signed_in_at, s.used_at, s.ends_at,
        o.id, o.kind, o.groups, o.administrator, o.host, o.account
      from lethe.session s join lethe.operator o on o.id = s.operator
      where s.lookup = any(${hashes}::bytea[]) and o.revoked_at is null`.execute(this.#desk.database);
    const found = new Map(rows.map((row) => [row.lookup.toString('hex'), row]));
    return (lookup) => found.get(lookup);
  }
}

/** Ends the session of a browser. */
export async function endSession({ database }: SignInDesk, secret: string): Promise<void> {
  await database.deleteFrom('session').where('lookup', '=', hashOf(secret)).execute();
}

/** Ends every session of an operator. */
export async function endSessions({ database }: SignInDesk, operator: string): Promise<void> {
  await database.deleteFrom('session').where('operator', '=', operator).execute();
}
