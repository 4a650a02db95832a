import type { Store } from '@lethe/core';
import { ABANDONED, runNotes } from './run-note.ts';
import type { RunNote } from './run-note.ts';

/** Whether somebody has a run or will take it up by themselves. */
export function isUnderWay(note: RunNote | undefined, now: Date): boolean {
  if (note === undefined || note.state === 'halted') return false;
  const until = Math.max(Date.parse(note.touched), Date.parse(note.until ?? note.touched));
  return now.getTime() - until < ABANDONED;
}

/**
 * A store whose runs count as running as long as an event or a worker has them: between two workers nobody owns a run, and to others it must not
 * look as if it had been left.
 */
export function withWork(store: Store, now: () => Date): Store {
  return {
    savePlan: async (record, secrets) => store.savePlan(record, secrets),
    latestPlan: async (host, person) => store.latestPlan(host, person),
    plan: async (id) => store.plan(id),
    begin: async (plan, approval) => store.begin(plan, approval),
    takeOver: async (run) => store.takeOver(run),
    callOff: async (run, by) => store.callOff(run, by),
    run: async (id) => store.run(id),
    runs: async (filter) => {
      const runs = await store.runs(filter);
      const marked = runs.map(async (run) => {
        if (run.state !== 'stopped') return run;
        return isUnderWay(await runNotes.get(run.id), now()) ? { ...run, state: 'running' as const } : run;
      });
      return Promise.all(marked);
    },
    secretsOf: async (run) => store.secretsOf(run),
    outcomes: (run) => store.outcomes(run),
    note: async (...facts) => store.note(...facts),
    close: async () => store.close(),
  };
}
