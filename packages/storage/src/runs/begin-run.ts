import { randomUUID } from 'node:crypto';

import { begunFacts } from '@lethe/core';
import type { Approval, OwnedRun, PlanRecord } from '@lethe/core';
import { sql, type RawBuilder, type Selectable } from 'kysely';

import type { Tables } from '../connection/tables.ts';
import { anchoring, chainOf } from '../ledger/run-chain.ts';
import type { Change } from '../ledger/commit.ts';
import { openSecrets } from '../secrets/run-secrets.ts';
import { owning, type OwningDesk } from './own-run.ts';
import { findPlan, type Desk } from './plans.ts';
import { ownerIsPresent } from './presence.ts';
import { approvalOfAnother, beginConflict, changedMeanwhile, noSuch, otherRunOpen } from './run-conflicts.ts';

/** Begins a run from a plan. The approval and the plan are used up by it, in the same statement. */
export async function beginRun(desk: OwningDesk, plan: string, approval: Approval): Promise<OwnedRun> {
  const record = await approvedPlan(desk, plan, approval);
  const secrets = await openSecrets(desk.database, plan, await desk.keys());
  const found = { run: randomUUID(), plan: record, secrets };
  return owning(desk, found, async ({ run, token }) => {
    const beginning = await beginningOf(desk, record, { id: run, approval, token });
    const begun = await desk.committer.commit(beginning).catch(beginConflict);
    if (!begun) throw changedMeanwhile();
  });
}

/** The plan, if the approval is of this one. */
export async function approvedPlan(desk: Desk, plan: string, { digest }: Approval): Promise<PlanRecord> {
  const record = await findPlan(desk, plan);
  if (!record) throw noSuch('plan', plan);
  if (digest !== record.plan.digest) throw approvalOfAnother();
  return record;
}

/** A run about to be made: owned by whoever has the token, or by nobody and queued until its time. */
export interface NewRun {
  readonly id: string;
  readonly approval: Approval;
  readonly token?: string;
  readonly queuedFor?: Date;
}

/** The change that makes the run and puts an older one that stopped out of its way. */
export async function beginningOf(desk: Desk, record: PlanRecord, run: NewRun): Promise<Change> {
  const older = await findOpenRun(desk, record);
  if (older?.state === 'queued' || (older?.state === 'running' && older.owned)) throw otherRunOpen(older.id);
  const facts = begunFacts(run.id, { plan: record.plan, approval: run.approval }, older?.id);
  return {
    condition: conditionFor(record, older),
    parts: [supersede(older), destroySecrets, insertRun(run)],
    facts: facts.map((fact) => (older !== undefined && fact.run === older.id ? anchoring(fact, chainOf(older)) : fact)),
  };
}

type OlderRun = Pick<Selectable<Tables['run']>, 'id' | 'token' | 'state' | 'chain_seq' | 'chain_hash'> & {
  readonly owned: boolean;
};

async function findOpenRun({ database }: Desk, { host, person }: PlanRecord): Promise<OlderRun | undefined> {
  return database
    .selectFrom('run')
    .select(['id', 'token', 'state', 'chain_seq', 'chain_hash'])
    .select(ownerIsPresent().as('owned'))
    .where('host', '=', host)
    .where('person', '=', person)
    .where('open', '=', true)
    .executeTakeFirst();
}

/** The plan is still there, and an older run is still as it was seen; a run begun meanwhile is refused by its index. */
function conditionFor({ id }: PlanRecord, older: OlderRun | undefined): RawBuilder<unknown> {
  const unchanged = older === undefined ? sql`true` : sql`exists (select from lethe.run where ${asSeen(older)})`;
  return sql`select id, host, person from lethe.plan where id = ${id} and ${unchanged} for update`;
}

/** A stopped run on the person gives way, and so does one whose process was killed. */
function supersede(older: OlderRun | undefined): RawBuilder<unknown> {
  return sql`superseded as (
    update lethe.run set state = 'superseded', open = false, token = null, ended_at = coalesce(run.ended_at, now())
    from go where ${older === undefined ? sql`false` : asSeen(older)} returning run.plan)`;
}

function asSeen({ id, token, chain_seq: seq }: OlderRun): RawBuilder<unknown> {
  return sql`run.id = ${id} and run.open and run.token is not distinct from ${token} and run.chain_seq = ${seq}`;
}

const destroySecrets = sql`destroyed as (delete from lethe.secret s using superseded where s.plan = superseded.plan)`;

/** Reads `superseded` so that the older run is out of the way before this one comes. */
function insertRun({ id, approval, token, queuedFor }: NewRun): RawBuilder<unknown> {
  const { by, at, digest, typed, acknowledged } = approval;
  return sql`started as (
    insert into lethe.run (id, plan, host, person, state, open, token, durable, queued_for,
      approved_by, approved_at, approved_digest, approved_phrase, acknowledged)
    select ${id}::uuid, go.id, go.host, go.person, ${token === undefined ? 'queued' : 'running'}, true, ${token ?? null}::uuid,
      ${token === undefined}, ${queuedFor ?? null}::timestamptz, ${by}, ${at}::timestamptz, ${digest}, ${typed}, ${acknowledged}::text[]
    from go, (select count(*) from superseded) as gone)`;
}
