import { reviewedFact } from '@lethe/core';
import type { PersonId, PlanRecord, RunSecrets } from '@lethe/core';
import { destroyed } from './conflicts.ts';
import { reading, transact } from './database.ts';
import type { Writing } from './database.ts';
import type { Ground } from './ground.ts';
import { append } from './ledger.ts';
import { openSecrets, sealSecrets } from './sealing.ts';

/** Stores a reviewed plan with its sealed secrets; an older one of the same person that was never run is forgotten. */
export async function savePlan(ground: Ground, record: PlanRecord, secrets: RunSecrets): Promise<void> {
  const sealed = await sealSecrets(ground.crypto, record.id, secrets);
  await transact(ground.database, ['plans', 'runs', 'secrets', 'ledger'], async (writing) => {
    await append(writing, [reviewedFact(record)], ground.now());
    for (const id of await plansNotRun(writing, record)) await forget(writing, id);
    await writing.objectStore('plans').add(record);
    await writing.objectStore('secrets').add(sealed);
  });
}

/** Takes a plan that was never run out of the store, secrets first. */
export async function forget(writing: Writing, id: string): Promise<void> {
  await writing.objectStore('secrets').delete(id);
  await writing.objectStore('plans').delete(id);
}

async function plansNotRun(writing: Writing, { host, person }: PlanRecord): Promise<readonly string[]> {
  const ids = await writing.objectStore('plans').index('person').getAllKeys([host, person]);
  const runs = writing.objectStore('runs').index('plan');
  const used = await Promise.all(ids.map(async (id) => runs.getKey(id)));
  return ids.filter((_, index) => used[index] === undefined);
}

/** The newest plan of a person that was not run yet. */
export async function findLatestPlan(
  { database }: Ground,
  host: string,
  person: PersonId,
): Promise<PlanRecord | undefined> {
  return reading(async () => {
    const plans = await database.getAllFromIndex('plans', 'person', [host, person]);
    const used = await Promise.all(plans.map(async ({ id }) => database.getKeyFromIndex('runs', 'plan', id)));
    const open = plans.filter((_, index) => used[index] === undefined);
    return open.sort((one, other) => one.reviewedAt.getTime() - other.reviewedAt.getTime()).at(-1);
  });
}

/** What was sealed with a plan. Throws `BrowserStoreError`: `conflict` when it was destroyed, `key` when it cannot be opened. */
export async function secretsOfPlan({ database, crypto }: Ground, plan: string): Promise<RunSecrets> {
  const row = await reading(async () => database.get('secrets', plan));
  if (row === undefined) throw destroyed();
  return openSecrets(crypto, row);
}
