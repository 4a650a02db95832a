import { randomUUID } from 'node:crypto';

import { begunFacts } from '@lethe/core';
import type { Approval, OwnedRun, PlanRecord } from '@lethe/core';
import { sql, type RawBuilder, type Selectable } from 'kysely';

import type { Tables } from '../connection/tables.ts';
import { openSecrets } from '../secrets/run-secrets.ts';
import { owning, type OwningDesk } from './own-run.ts';
import { findPlan } from './plans.ts';
import { ownerIsPresent } from './presence.ts';
import { approvalOfAnother, beginConflict, changedMeanwhile, noSuch, otherRunOpen } from './run-conflicts.ts';
import type { Ownership } from './run-journal.ts';

/** Begins a run from a plan. The approval and the plan are used up by it, in the same statement. */
export async function beginRun(desk: OwningDesk, plan: string, approval: Approval): Promise<OwnedRun> {
  const record = await findPlan(desk, plan);
  if (!record) throw noSuch('plan', plan);
  if (approval.digest !== record.plan.digest) throw approvalOfAnother();
  const secrets = await openSecrets(desk.database, plan, await desk.keys());
  const found = { run: randomUUID(), plan: record, secrets };
  return owning(desk, found, async (own) => begin(desk, { own, record, approval }));
}

interface Beginning {
  readonly own: Ownership;
  readonly record: PlanRecord;
  readonly approval: Approval;
}

async function begin(desk: OwningDesk, beginning: Beginning): Promise<void> {
  const { record } = beginning;
  const older = await findOpenRun(desk, record);
  if (older?.state === 'running' && older.owned) throw otherRunOpen(older.id);
  const begun = await desk.committer
    .commit({
      condition: conditionFor(record, older),
      parts: [supersede(older), destroySecrets, insertRun(beginning)],
      facts: begunFacts(beginning.own.run, { plan: record.plan, approval: beginning.approval }, older?.id),
    })
    .catch(beginConflict);
  if (!begun) throw changedMeanwhile();
}

type OlderRun = Pick<Selectable<Tables['run']>, 'id' | 'token' | 'state'> & { readonly owned: boolean };

async function findOpenRun({ database }: OwningDesk, { host, person }: PlanRecord): Promise<OlderRun | undefined> {
  return database
    .selectFrom('run')
    .select(['id', 'token', 'state'])
    .select(ownerIsPresent().as('owned'))
    .where('host', '=', host)
    .where('person', '=', person)
    .where('open', '=', true)
    .executeTakeFirst();
}

/** The plan is still there, and an older run is still as it was seen; a run begun meanwhile is refused by its index. */
function conditionFor({ id }: PlanRecord, older: OlderRun | undefined): RawBuilder<unknown> {
  const unchanged =
    older === undefined
      ? sql`true`
      : sql`exists (select from lethe.run where id = ${older.id} and open and token is not distinct from ${older.token})`;
  return sql`select id, host, person from lethe.plan where id = ${id} and ${unchanged} for update`;
}

/** A stopped run on the person gives way, and so does one whose process was killed. */
function supersede(older: OlderRun | undefined): RawBuilder<unknown> {
  return sql`superseded as (
    update lethe.run set state = 'superseded', open = false, token = null, ended_at = coalesce(run.ended_at, now())
    from go where run.id = ${older?.id ?? null} and run.open and run.token is not distinct from ${older?.token ?? null}
    returning run.plan)`;
}

const destroySecrets = sql`destroyed as (delete from lethe.secret s using superseded where s.plan = superseded.plan)`;

/** Reads `superseded` so that the older run is out of the way before this one comes. */
function insertRun({ own, approval }: Beginning): RawBuilder<unknown> {
  const { by, at, digest, typed, acknowledged } = approval;
  return sql`started as (
    insert into lethe.run (id, plan, host, person, state, open, token,
      approved_by, approved_at, approved_digest, approved_phrase, acknowledged)
    select ${own.run}::uuid, go.id, go.host, go.person, 'running', true, ${own.token}::uuid,
      ${by}, ${at}::timestamptz, ${digest}, ${typed}, ${acknowledged}::text[]
    from go, (select count(*) from superseded) as gone)`;
}
