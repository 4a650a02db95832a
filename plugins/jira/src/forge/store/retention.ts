import { read, transact } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Ground } from './ground.ts';
import { forgetPlan, personRow, putPerson } from './plans.ts';
import { allCases, cleared, discard, litterOf } from './register.ts';
import type { Litter } from './register.ts';
import { kinds } from './schema.ts';
import type { Case } from './schema.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Plans that nobody ran are kept for so long. */
const UNUSED_PLAN_DAYS = 1;

/** How much was taken out of the store. */
export interface Forgotten {
  readonly plans: number;
  readonly runs: number;
}

/**
 * Takes out plans that were never run within a day, secrets first, and runs that ended so many days ago, with their plan, journal and
 * ending. The ledger stays: it holds ids and counts alone. Open runs stay, however old. May be killed anywhere and begun again.
 */
export async function forgetOld(ground: Ground, keptDays: number): Promise<Forgotten> {
  const forgotten = { plans: 0, runs: 0 };
  for (const one of await allCases(ground.rows)) {
    if (one.run === undefined) forgotten.plans += await forgetUnused(ground, one);
    else if (!one.open) forgotten.runs += await forgetRun(ground, one.run, keptDays);
  }
  await clear(ground);
  return forgotten;
}

async function forgetUnused(ground: Ground, { plan }: Case): Promise<number> {
  return transact(ground, async (draft) => {
    const row = await draft.get(kinds.plan, plan);
    // Begun since: that run decides.
    if (row === undefined || row.run !== undefined) return 0;
    if (!isOlder(ground, row.reviewedAt, UNUSED_PLAN_DAYS)) return 0;
    await forgetPlan(draft, plan);
    const theirs = await personRow(draft, row);
    putPerson(draft, row, { ...theirs, plans: theirs.plans.filter((one) => one !== plan) });
    return 1;
  });
}

async function forgetRun(ground: Ground, run: string, keptDays: number): Promise<number> {
  const found = await read(ground.rows, kinds.run, run);
  if (found?.endedAt === undefined || !isOlder(ground, found.endedAt, keptDays)) return 0;
  return transact(ground, async (draft) => takenOut(draft, run));
}

async function takenOut(draft: Draft, run: string): Promise<number> {
  const row = await draft.get(kinds.run, run);
  if (row === undefined || row.open) return 0;
  await forgetPlan(draft, row.plan);
  draft.drop(kinds.run, run);
  await draft.get(kinds.approval, row.usedApproval);
  draft.drop(kinds.approval, row.usedApproval);
  await discard(draft, [`journal:${run}`, row.packs], [`ending:${run}`, row.endingPieces ?? 0]);
  return 1;
}

function isOlder({ clock }: Ground, moment: string, days: number): boolean {
  return new Date(moment).getTime() < clock.now().getTime() - days * DAY;
}

/** Takes the texts out that nothing leads to. */
async function clear(ground: Ground): Promise<void> {
  const litter = await litterOf(ground.rows);
  if (litter.length === 0) return;
  for (const one of litter) await dropAll(ground, one);
  await transact(ground, async (draft) => cleared(draft, litter));
}

async function dropAll({ rows }: Ground, [prefix, count]: Litter): Promise<void> {
  for (let at = 0; at < count; at += 1) await rows.drop(`${prefix}:${String(at)}`);
}
