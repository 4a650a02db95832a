import { digestOf } from '@lethe/core';
import type { Clock, Obstacle, PersonId } from '@lethe/core';
import type { Lock } from '@lethe/review';
import { z } from 'zod';
import { transact } from '../store/draft.ts';
import { Rows } from '../store/rows.ts';

const leases = {
  prefix: 'lease',
  schema: z.strictObject({
    /** Names the run to people who look into the storage: the id of its plan. */
    run: z.string(),
    holder: z.string(),
    until: z.iso.datetime(),
  }),
} as const;

/** Clocks of two invocations may differ by so much. */
const SLACK = 5000;

/** What the lock needs from outside. */
export interface PersonLockOptions {
  readonly clock: Clock;
  readonly uuid: () => string;
  /** Until when this invocation can live at the most. */
  readonly livesUntil: () => Date;
}

/**
 * Takes people for runs, one worker each, whatever the queue delivers twice. A lease holds until its invocation gives it back, or until Forge
 * has ended that invocation for sure: nothing has to be renewed, and what a crash left taken is free a quarter of an hour later.
 * A worker that had a lease and goes on after its end is stopped by the run's journal.
 */
export class PersonLock {
  readonly #options: PersonLockOptions;
  readonly #rows: Rows;

  constructor(options: PersonLockOptions) {
    this.#options = options;
    this.#rows = new Rows(options);
  }

  /** Takes a person, or says who has them. Throws `ForgeStoreError`. */
  async take(person: PersonId, run: string): Promise<Lock> {
    const { clock, uuid, livesUntil } = this.#options;
    const [id, holder] = [digestOf(person), uuid()];
    const until = new Date(livesUntil().getTime() + SLACK).toISOString();
    const obstacle = await transact(this.#site, async (draft) => {
      const lease = await draft.get(leases, id);
      if (lease !== undefined && new Date(lease.until) > clock.now()) return taken(lease.until);
      draft.put(leases, id, { run, holder, until });
      return undefined;
    });
    if (obstacle !== undefined) return { obstacle, release: async () => Promise.resolve() };
    return { release: async () => this.#release(id, holder) };
  }

  async #release(id: string, holder: string): Promise<void> {
    await transact(this.#site, async (draft) => {
      const lease = await draft.get(leases, id);
      if (lease?.holder === holder) draft.drop(leases, id);
    });
  }

  get #site(): { readonly rows: Rows; readonly clock: Clock } {
    return { rows: this.#rows, clock: this.#options.clock };
  }
}

function taken(until: string): Obstacle {
  return {
    code: 'run-in-progress',
    says: 'Another run of the app is at work on this person.',
    remedy: `Wait until it has ended; if it crashed, it is over at ${until}.`,
  };
}
