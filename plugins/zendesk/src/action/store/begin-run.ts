import { begunFacts } from '@lethe/core';
import type { Approval, OwnedRun, PlanRecord } from '@lethe/core';
import { approvalOfAnother, changedMeanwhile, destroyed, noSuch, otherRunOpen, usedUp } from './conflicts.ts';
import { reading, transact } from './database.ts';
import type { Writing } from './database.ts';
import type { Ground } from './ground.ts';
import type { Ownership } from './journal.ts';
import { append } from './ledger.ts';
import { owning } from './own-run.ts';
import { secretsOfPlan } from './plans.ts';
import { isOrphaned } from './run-rows.ts';
import type { RunRow } from './schema.ts';

/** Begins a run from a plan. The approval and the plan are used up by it, in the same change. */
export async function beginRun(ground: Ground, plan: string, beginning: Beginning): Promise<OwnedRun> {
  const record = await reading(async () => ground.database.get('plans', plan));
  if (record === undefined) throw noSuch('plan', plan);
  if (beginning.approval.digest !== record.plan.digest) throw approvalOfAnother();
  if ((await reading(async () => ground.database.getKeyFromIndex('runs', 'plan', plan))) !== undefined) throw usedUp();
  const secrets = await secretsOfPlan(ground, plan);
  const { own } = beginning;
  return owning(ground, { own, plan: record, secrets }, async () => begin(ground, record, beginning));
}

/** Who begins, and on whose word. */
export interface Beginning {
  readonly own: Ownership;
  readonly approval: Approval;
}

async function begin(ground: Ground, record: PlanRecord, beginning: Beginning): Promise<void> {
  const { database, now } = ground;
  const person: [string, string] = [record.host, record.person];
  const older = await reading(async () => database.getFromIndex('runs', 'open', person));
  if (older?.state === 'running' && !(await isOrphaned(ground, older))) throw otherRunOpen(older.id);
  await transact(database, ['plans', 'runs', 'secrets', 'ledger'], async (writing) => {
    await refuseUsed(writing, record, beginning.approval);
    await giveWay(writing, older, { person, at: now() });
    await writing.objectStore('runs').add(newRow(record, beginning, now()));
    const about = { plan: record.plan, approval: beginning.approval };
    await append(writing, begunFacts(beginning.own.run, about, older?.id), now());
  });
}

async function refuseUsed(writing: Writing, { id }: PlanRecord, { by, at, digest }: Approval): Promise<void> {
  const runs = writing.objectStore('runs');
  const used = [await runs.index('plan').getKey(id), await runs.index('approval').getKey([by, at, digest])];
  if (used.some((run) => run !== undefined)) throw usedUp();
  if ((await writing.objectStore('secrets').getKey(id)) === undefined) throw destroyed();
}

/** A stopped run on the person gives way, and so does one whose tab is gone, if it still is as it was seen. */
async function giveWay(
  writing: Writing,
  seen: RunRow | undefined,
  { person, at }: { readonly person: [string, string]; readonly at: Date },
): Promise<void> {
  const runs = writing.objectStore('runs');
  const older = await runs.index('open').get(person);
  if (older?.id !== seen?.id || older?.token !== seen?.token) throw changedMeanwhile();
  if (older === undefined) return;
  const { openFor: _, token: __, ...row } = older;
  await runs.put({ ...row, state: 'superseded', endedAt: row.endedAt ?? at, untold: 1 });
  await writing.objectStore('secrets').delete(row.plan);
}

function newRow({ id, host, person }: PlanRecord, { own, approval }: Beginning, startedAt: Date): RunRow {
  const openFor: [string, string] = [host, person];
  const { run, token } = own;
  return { id: run, plan: id, host, person, state: 'running', openFor, token, approval, startedAt, untold: 1 };
}
