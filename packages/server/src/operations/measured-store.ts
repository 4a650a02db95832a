import type { Journal, OwnedRun } from '@lethe/core';
import type { HostPace, Storage } from '@lethe/storage';
import type { Metrics } from './metrics.ts';

/** The storage, whose runs count the steps they settle, and whose paces the time they make callers wait. */
export function measuredStore(store: Storage, label: (host: string) => string, metrics: Metrics): Storage {
  return {
    ...store,
    begin: async (plan, approval) => counting(await store.begin(plan, approval), metrics),
    takeOver: async (run) => counting(await store.takeOver(run), metrics),
    pace: (host) => timed(store.pace(host), label(host), metrics),
  };
}

function counting(owned: OwnedRun, metrics: Metrics): OwnedRun {
  const { journal } = owned;
  const counted: Journal = {
    entries: () => journal.entries(),
    write: async (change) => {
      await journal.write(change);
      for (const { outcome } of change.settle ?? []) metrics.step(outcome);
    },
  };
  return { ...owned, journal: counted };
}

function timed(pace: HostPace, host: string, metrics: Metrics): HostPace {
  return {
    closeUntil: async (until) => pace.closeUntil(until),
    turn: async (limits) => {
      const began = performance.now();
      await pace.turn(limits).finally(() => metrics.wait(host, (performance.now() - began) / 1000));
    },
  };
}
