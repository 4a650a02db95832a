import type { RunRecord, Store } from '@lethe/core';
import type { RunCounts, RunLog } from './run-log.ts';

/** A store that knows what the account was not told of yet. */
interface TellingStore extends Pick<Store, 'outcomes'> {
  untold(): Promise<readonly RunRecord[]>;
  markTold(run: RunRecord): Promise<void>;
}

/** What `Teller` works with. */
export interface Telling {
  readonly store: TellingStore;
  readonly log: RunLog;
}

/**
 * Tells the account how runs stand. What could not be told (a closed tab, a network that is down) is told the next time;
 * the store keeps the list.
 */
export class Teller {
  readonly #telling: Telling;
  #now: Promise<void> | undefined;

  constructor(telling: Telling) {
    this.#telling = telling;
  }

  /** Tells all there is to tell. Throws `HostError`; the rest waits for the next time. */
  async tell(): Promise<void> {
    this.#now ??= this.#all().finally(() => {
      this.#now = undefined;
    });
    return this.#now;
  }

  async #all(): Promise<void> {
    const { store, log } = this.#telling;
    for (const run of await store.untold()) {
      await log.tell(run, await this.#countsOf(run));
      if (isDone(run)) await log.mark(run.plan.person, run.endedAt ?? run.startedAt);
      await store.markTold(run);
    }
  }

  async #countsOf({ id, plan }: RunRecord): Promise<RunCounts> {
    const counts: Record<string, number> = { gaps: plan.plan.gaps.length };
    for await (const { outcome = 'begun' } of this.#telling.store.outcomes(id))
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    return counts;
  }
}

function isDone({ state }: RunRecord): boolean {
  return state === 'done' || state === 'done-with-gaps';
}
