import type { Progress, RunRecord } from '@lethe/core';
import type { Job, TimeClock } from '@lethe/storage';

import { Interruption } from './interruption.ts';
import { Lease } from './lease.ts';
import type { WorkerEvent, WorkerOptions } from './worker-options.ts';

/** What a worker's runs have in common. */
export interface Bench {
  readonly options: WorkerOptions;
  readonly timeClock: TimeClock;
  tell(event: WorkerEvent): void;
}

/** A job this worker has, with what can end its work and where it is. */
export class Shift {
  readonly job: Job;
  readonly interruption = new Interruption();
  readonly lease: Lease;
  readonly began = Date.now();
  #host = '';
  #place: Progress | undefined;

  constructor(job: Job, { timeClock }: Bench, leaseMilliseconds: number) {
    this.job = job;
    this.lease = new Lease(leaseMilliseconds, async () => (await timeClock.beat([job])).length === 0);
  }

  get host(): string {
    return this.#host;
  }

  /** Where the run is, if that was not noted yet. */
  takePlace(): Progress | undefined {
    const place = this.#place;
    this.#place = undefined;
    return place;
  }

  at(run: RunRecord): void {
    this.#host = run.plan.host;
  }

  see(progress: Progress): void {
    this.#place = progress;
    this.interruption.seeing(progress);
  }
}
