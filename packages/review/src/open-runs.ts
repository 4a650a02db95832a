import type { OpenRun, RunRecord } from '@lethe/core';
import type { Desk } from './desk.ts';

/** Runs of a host that have not ended; without their plans where the store can leave those out, as they may be long. */
export async function openRunsAt({ name, store }: Pick<Desk, 'name' | 'store'>): Promise<readonly OpenRun[]> {
  return (await store.openRuns?.(name)) ?? (await store.runs({ open: true, host: name })).map(openRunOf);
}

function openRunOf({ id, plan, state }: RunRecord): OpenRun {
  return {
    run: id,
    person: plan.person,
    kind: plan.personKind,
    state: state === 'stopped' || state === 'queued' ? state : 'in-progress',
  };
}
