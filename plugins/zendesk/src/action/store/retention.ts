import { transact } from './database.ts';
import type { Ground } from './ground.ts';
import { forget } from './plans.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Plans that nobody ran are kept for so long. */
const UNUSED_PLAN_DAYS = 1;

/** How much was taken out of the store. */
export interface Forgotten {
  readonly plans: number;
  readonly runs: number;
}

/**
 * Takes out plans that were never run within a day, secrets first, and runs that ended so many days ago, with their plan
 * and journal. The ledger stays: it holds ids and counts alone. Open runs stay, however old.
 */
export async function forgetOld(ground: Ground, keptDays: number): Promise<Forgotten> {
  const now = ground.now().getTime();
  const tables = ['plans', 'runs', 'steps', 'secrets'] as const;
  return transact(ground.database, [...tables], async (writing) => {
    const runs = await writing.objectStore('runs').getAll();
    const used = new Set(runs.map(({ plan }) => plan));
    const plans = await writing.objectStore('plans').getAll();
    const unused = plans.filter(
      ({ id, reviewedAt }) => !used.has(id) && reviewedAt.getTime() < now - UNUSED_PLAN_DAYS * DAY,
    );
    const old = runs.filter(
      ({ openFor, endedAt }) => openFor === undefined && (endedAt?.getTime() ?? now) < now - keptDays * DAY,
    );
    for (const { id } of unused) await forget(writing, id);
    for (const { id, plan } of old) {
      await forget(writing, plan);
      await writing.objectStore('steps').delete(IDBKeyRange.bound([id, ''], [id, []]));
      await writing.objectStore('runs').delete(id);
    }
    return { plans: unused.length, runs: old.length };
  });
}
