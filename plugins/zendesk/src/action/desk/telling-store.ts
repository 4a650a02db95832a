import type { OwnedRun, Store } from '@lethe/core';
import type { BrowserStore } from '../store/browser-store.ts';

/**
 * The browser's store, after each of whose changes of a run the account is told. What `tell` cannot do now, it does later: it
 * does not throw.
 */
export function tellingStore(store: BrowserStore, tell: () => Promise<void>): Store {
  const owned = async (run: OwnedRun): Promise<OwnedRun> => {
    await tell();
    return {
      ...run,
      end: async (ending) => {
        const record = await run.end(ending);
        await tell();
        return record;
      },
    };
  };
  return {
    savePlan: async (record, secrets) => store.savePlan(record, secrets),
    latestPlan: async (host, person) => store.latestPlan(host, person),
    plan: async (id) => store.plan(id),
    begin: async (plan, approval) => owned(await store.begin(plan, approval)),
    takeOver: async (run) => owned(await store.takeOver(run)),
    callOff: async (run, by) => {
      await store.callOff(run, by);
      await tell();
    },
    run: async (id) => store.run(id),
    runs: async (filter) => store.runs(filter),
    secretsOf: async (run) => store.secretsOf(run),
    outcomes: (run) => store.outcomes(run),
    note: async (...facts) => store.note(...facts),
    close: async () => store.close(),
  };
}
