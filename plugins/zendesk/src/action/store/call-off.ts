import { calledOffFact } from '@lethe/core';
import { endedAlready, noSuch } from './conflicts.ts';
import { reading, transact } from './database.ts';
import type { Ground } from './ground.ts';
import { append } from './ledger.ts';
import { planOf } from './run-rows.ts';

/** Ends an open run for good: nobody can resume it, whoever owned it is fenced off, its secrets are destroyed. */
export async function callOffRun(ground: Ground, run: string, by: string): Promise<void> {
  const found = await reading(async () => ground.database.get('runs', run));
  if (found === undefined) throw noSuch('run', run);
  const plan = await planOf(ground, found);
  await transact(ground.database, ['runs', 'secrets', 'ledger'], async (writing) => {
    const runs = writing.objectStore('runs');
    const now = await runs.get(run);
    if (now?.openFor === undefined) throw endedAlready(run);
    const { openFor: _, token: __, ...row } = now;
    await append(writing, [calledOffFact({ id: run, plan }, by)], ground.now());
    await runs.put({ ...row, state: 'called-off', endedAt: row.endedAt ?? ground.now(), untold: 1 });
    await writing.objectStore('secrets').delete(row.plan);
  });
}
