import type { Identifiers, RunRecord } from '@lethe/core';
import type { ServerGround } from '../ground.ts';
import { documentKinds } from '../work/documents.ts';
import type { Documents } from '../work/documents.ts';

const DAY = 86_400_000;

/**
 * Keeps, hashed, what the person of a run goes by, before the run changes anything: whoever comes back meanwhile is recognized, too.
 * Where it cannot be kept, the run does not go on.
 */
export async function suppress(
  { ground, documents }: { readonly ground: Pick<ServerGround, 'store' | 'clock'>; readonly documents: Documents },
  { run, who }: { readonly run: RunRecord; readonly who: Identifiers },
): Promise<void> {
  const { keepDays } = (await documents.current(documentKinds.watch)).document;
  if (keepDays === 0) return;
  const expiresAt = new Date(ground.clock.now().getTime() + keepDays * DAY);
  await ground.store.suppression.add({ run: run.id, host: run.plan.host, who, expiresAt });
}
