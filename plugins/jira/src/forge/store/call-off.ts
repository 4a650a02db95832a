import { calledOffFact } from '@lethe/core';
import { endedAlready, noSuch } from './conflicts.ts';
import { read, transact } from './draft.ts';
import type { Ground } from './ground.ts';
import { append } from './ledger.ts';
import { close } from './own-run.ts';
import { isId } from './plans.ts';
import { planOf } from './run-rows.ts';
import { kinds } from './schema.ts';

/** Ends an open run for good: nobody can resume it, whoever owned it is fenced off, its secrets are destroyed. */
export async function callOffRun(ground: Ground, run: string, by: string): Promise<void> {
  const found = isId(run) ? await read(ground.rows, kinds.run, run) : undefined;
  if (found === undefined) throw noSuch('run', run);
  const plan = await planOf(ground, found);
  await transact(ground, async (draft) => {
    const now = await draft.get(kinds.run, run);
    if (now?.open !== true) throw endedAlready(run);
    const at = ground.clock.now();
    await append(draft, [calledOffFact({ id: run, plan }, by)], at);
    await close(draft, run, { state: 'called-off', endedAt: now.endedAt ?? at.toISOString() });
  });
}
