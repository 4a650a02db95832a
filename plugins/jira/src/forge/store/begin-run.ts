import { begunFacts, digestOf } from '@lethe/core';
import type { Approval, OwnedRun, PlanRecord } from '@lethe/core';
import { approvalOfAnother, destroyed, noSuch, otherRunOpen, usedUp } from './conflicts.ts';
import { transact } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Ground } from './ground.ts';
import type { Ownership } from './journal.ts';
import { append } from './ledger.ts';
import { close, owned, ownedBy } from './own-run.ts';
import { findPlan, personRow, putPerson, secretsOfPlan } from './plans.ts';
import { amend } from './register.ts';
import { isOrphaned } from './run-rows.ts';
import { kinds } from './schema.ts';
import type { RunRow } from './schema.ts';

/** Who begins, and on whose word. */
export interface Beginning {
  readonly own: Ownership;
  readonly approval: Approval;
}

/** Begins a run from a plan. The approval and the plan are used up by it, in the same change. */
export async function beginRun(ground: Ground, plan: string, beginning: Beginning): Promise<OwnedRun> {
  const record = await findPlan(ground, plan);
  if (record === undefined) throw noSuch('plan', plan);
  if (beginning.approval.digest !== record.plan.digest) throw approvalOfAnother();
  const secrets = await transact(ground, async (draft) => {
    const page = await refuseUsed(draft, record, beginning);
    const older = await giveWay(ground, draft, record);
    // Read within the change: a plan that was forgotten meanwhile has changed a row that is written here.
    const known = await secretsOfPlan(ground, plan);
    await enterRun(ground, draft, { record, beginning, page });
    const about = { plan: record.plan, approval: beginning.approval };
    await append(draft, begunFacts(beginning.own.run, about, older), ground.clock.now());
    return known;
  });
  return owned(ground, beginning.own, secrets);
}

/** Uses plan and approval up; answers the plan's page of the register. */
async function refuseUsed(draft: Draft, { id }: PlanRecord, { approval, own }: Beginning): Promise<number> {
  const row = await draft.get(kinds.plan, id);
  if (row === undefined) throw destroyed();
  const word = wordOf(approval);
  if (row.run !== undefined || (await draft.get(kinds.approval, word)) !== undefined) throw usedUp();
  draft.put(kinds.plan, id, { ...row, run: own.run });
  draft.put(kinds.approval, word, { run: own.run });
  return row.page;
}

/** A stopped run on the person gives way, and so does one whose invocation is gone. Answers which. */
async function giveWay(ground: Ground, draft: Draft, record: PlanRecord): Promise<string | undefined> {
  const { run: older } = await personRow(draft, record);
  const row = older === undefined ? undefined : await draft.get(kinds.run, older);
  if (older === undefined || row === undefined) return undefined;
  if (row.state === 'running' && !isOrphaned(ground, row)) throw otherRunOpen(older);
  await close(draft, older, { state: 'superseded', endedAt: row.endedAt ?? ground.clock.now().toISOString() });
  return older;
}

interface Entered {
  readonly record: PlanRecord;
  readonly beginning: Beginning;
  readonly page: number;
}

async function enterRun(ground: Ground, draft: Draft, { record, beginning, page }: Entered): Promise<void> {
  const { id, host, person } = record;
  const { own, approval } = beginning;
  await draft.get(kinds.run, own.run);
  const row: RunRow = {
    plan: id,
    host,
    person,
    steps: record.plan.steps.length,
    page,
    open: true,
    ...ownedBy(ground, own),
    approval: { ...approval, at: approval.at.toISOString() },
    usedApproval: wordOf(approval),
    startedAt: ground.clock.now().toISOString(),
    packs: 0,
    lines: [],
  };
  draft.put(kinds.run, own.run, row);
  await amend(draft, { page, plan: id }, { run: own.run, open: true });
  const theirs = await personRow(draft, record);
  const plans = theirs.plans.filter((plan) => plan !== id);
  putPerson(draft, record, { plans, run: own.run });
}

/** One name for one word of one reviewer. */
function wordOf({ by, at, digest }: Approval): string {
  return digestOf([by, at.toISOString(), digest]);
}
