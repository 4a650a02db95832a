import { reviewedFact } from '@lethe/core';
import type { PersonId, PlanRecord, RunSecrets } from '@lethe/core';
import { sql, type RawBuilder, type Selectable, type SelectQueryBuilder } from 'kysely';

import type { Database } from '../connection/database.ts';
import type { Tables } from '../connection/tables.ts';
import type { Committer } from '../ledger/commit.ts';
import { sealSecrets, sweepSecrets } from '../secrets/run-secrets.ts';
import type { KeyRing } from '../secrets/sealing-key.ts';
import type { Sealed } from '../secrets/seal.ts';

/** What the parts of the store work with. */
export interface Desk {
  readonly database: Database;
  readonly committer: Committer;
  readonly keys: () => Promise<KeyRing>;
}

/** Stores a reviewed plan with its sealed secrets; an older one of the same person that was never run is forgotten. */
export async function savePlan(desk: Desk, record: PlanRecord, secrets: RunSecrets): Promise<void> {
  const sealed = sealSecrets(secrets, record.id, await desk.keys());
  const older = await plansNotRun(desk.database, record).select('id').executeTakeFirst();
  await desk.committer.commit({
    condition: sql`select ${record.id}::uuid as id`,
    parts: [olderPlans(record), forgetSecrets, forgetPlans, insertPlan(record), insertSecret(sealed)],
    facts: [reviewedFact(record)],
  });
  if (older !== undefined) await sweepSecrets(desk.database);
}

/** The plan with this id. */
export async function findPlan({ database }: Desk, id: string): Promise<PlanRecord | undefined> {
  const row = await database
    .selectFrom('plan')
    .selectAll()
    .where(sql<boolean>`id::text = ${id}`)
    .executeTakeFirst();
  return row && planRecord(row);
}

/** The newest plan of a person that was not run yet. */
export async function findLatestPlan(
  { database }: Desk,
  host: string,
  person: PersonId,
): Promise<PlanRecord | undefined> {
  const row = await plansNotRun(database, { host, person })
    .selectAll()
    .orderBy('reviewed_at', 'desc')
    .executeTakeFirst();
  return row && planRecord(row);
}

function plansNotRun(
  database: Database,
  { host, person }: Pick<PlanRecord, 'host' | 'person'>,
): SelectQueryBuilder<Tables, 'plan', unknown> {
  return database
    .selectFrom('plan')
    .where('host', '=', host)
    .where('person', '=', person)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('run').whereRef('run.plan', '=', 'plan.id'))));
}

type PlanRow = Selectable<Tables['plan']>;

/** A stored plan as core knows it. */
export function planRecord(row: PlanRow): PlanRecord {
  const { id, host, person, person_kind: personKind, document: plan, replays } = row;
  const record = { id, host, person, personKind, plan, reviewedBy: row.reviewed_by, reviewedAt: row.reviewed_at };
  return replays === null ? record : { ...record, replays };
}

function olderPlans({ host, person }: PlanRecord): RawBuilder<unknown> {
  return sql`older as materialized (
    select p.id from lethe.plan p, go where p.host = ${host} and p.person = ${person}
      and not exists (select from lethe.run r where r.plan = p.id) for update of p)`;
}

const forgetSecrets = sql`unsealed as (delete from lethe.secret s using older where s.plan = older.id)`;
const forgetPlans = sql`forgotten as (delete from lethe.plan p using older where p.id = older.id)`;

function insertPlan(record: PlanRecord): RawBuilder<unknown> {
  const { id, host, person, personKind, plan, reviewedBy, reviewedAt, replays } = record;
  const repeated = replays === undefined ? null : JSON.stringify(replays);
  return sql`planned as (
    insert into lethe.plan (id, host, person, person_kind, digest, document, reviewed_by, reviewed_at, replays)
    select ${id}::uuid, ${host}, ${person}, ${personKind}, ${plan.digest}, ${JSON.stringify(plan)}::jsonb,
      ${reviewedBy}, ${reviewedAt}::timestamptz, ${repeated}::jsonb from go)`;
}

function insertSecret({ keyId, bytes }: Sealed): RawBuilder<unknown> {
  return sql`secret as (
    insert into lethe.secret (plan, key_id, sealed) select go.id, ${keyId}, ${bytes}::bytea from go)`;
}
