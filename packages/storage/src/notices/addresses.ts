import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import { seal, unseal } from '../secrets/seal.ts';
import type { KeyRing } from '../secrets/sealing-key.ts';
import type { NoticeKind } from './happenings.ts';

/** How an operator is told. The address is personal: sealed, and opened for themselves and for sending alone. */
export interface Preferences {
  readonly address?: string;
  /** Whether they chose the address, or that there is none; else their provider said it. */
  readonly own: boolean;
  readonly language?: string;
  readonly unwanted: readonly NoticeKind[];
}

/** Somebody a mail may go to. */
export interface Recipient {
  readonly id: string;
  readonly groups: readonly string[];
  readonly administrator: boolean;
  readonly unwanted: readonly NoticeKind[];
}

interface Row {
  readonly operator: string;
  readonly key_id: string | null;
  readonly sealed: Buffer | null;
  readonly own: boolean;
  readonly language: string | null;
  readonly unwanted: readonly NoticeKind[];
}

/** An operator's preferences; nothing where neither they nor their provider said any. */
export async function preferencesOf(
  database: Database,
  ring: KeyRing,
  operator: string,
): Promise<Preferences | undefined> {
  const { rows } = await sql<Row>`select * from lethe.notice_address where operator = ${operator}`.execute(database);
  const [row] = rows;
  return row && preferences(row, ring);
}

/** What they chose, in place of what there was. */
export async function choose(
  database: Database,
  ring: KeyRing,
  {
    operator,
    address,
    language,
    unwanted,
    at,
  }: Omit<Preferences, 'own'> & { readonly operator: string; readonly at: Date },
): Promise<void> {
  const sealed = address === undefined ? undefined : seal(address, placeOf(operator), ring);
  await sql`insert into lethe.notice_address (operator, key_id, sealed, own, language, unwanted, changed_at)
    values (${operator}, ${sealed?.keyId ?? null}, ${sealed?.bytes ?? null}, true, ${language ?? null}, ${unwanted}::text[], ${at})
    on conflict (operator) do update set key_id = excluded.key_id, sealed = excluded.sealed, own = true,
      language = excluded.language, unwanted = excluded.unwanted, changed_at = excluded.changed_at`.execute(database);
}

/** The address their OpenID provider vouches for; one they chose themselves stays. */
export async function learn(
  database: Database,
  ring: KeyRing,
  { operator, address, at }: { readonly operator: string; readonly address: string; readonly at: Date },
): Promise<void> {
  const { keyId, bytes } = seal(address, placeOf(operator), ring);
  await sql`insert into lethe.notice_address as n (operator, key_id, sealed, own, changed_at)
    values (${operator}, ${keyId}, ${bytes}, false, ${at})
    on conflict (operator) do update set key_id = excluded.key_id, sealed = excluded.sealed, changed_at = excluded.changed_at
    where not n.own`.execute(database);
}

/** Operators who may sign in and have an address, with the groups they are in now. */
export async function recipients(database: Database): Promise<readonly Recipient[]> {
  const { rows } = await sql<Recipient>`select o.id, o.groups, o.administrator, n.unwanted
    from lethe.notice_address n join lethe.operator o on o.id = n.operator
    where o.revoked_at is null and n.sealed is not null order by o.id`.execute(database);
  return rows;
}

/** Seals every address under the current key again. Answers how many. */
export async function resealAddresses(database: Database, ring: KeyRing): Promise<number> {
  const { rows } = await sql<Row>`select * from lethe.notice_address
    where key_id is not null and key_id <> ${ring.current.id}`.execute(database);
  for (const row of rows) {
    const { address = '' } = preferences(row, ring);
    const again = seal(address, placeOf(row.operator), ring);
    await sql`update lethe.notice_address set key_id = ${again.keyId}, sealed = ${again.bytes}
      where operator = ${row.operator} and key_id = ${row.key_id} and sealed = ${row.sealed}`.execute(database);
  }
  return rows.length;
}

function preferences({ operator, key_id: keyId, sealed, own, language, unwanted }: Row, ring: KeyRing): Preferences {
  const address =
    keyId === null || sealed === null ? undefined : unseal({ keyId, bytes: sealed }, placeOf(operator), ring);
  return { own, unwanted, ...(address === undefined ? {} : { address }), ...(language === null ? {} : { language }) };
}

function placeOf(operator: string): string {
  return `notice address ${operator}`;
}
