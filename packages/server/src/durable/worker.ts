import { Fenced } from '@lethe/core';
import { StorageError } from '@lethe/storage';
import type { HostLimits, Job, TimeClock } from '@lethe/storage';

import { carryOutJob } from './carry-out-job.ts';
import { rest } from './interruption.ts';
import { nowTwice } from './lease.ts';
import { beginNights } from './nightly.ts';
import { Shift, type Bench } from './shift.ts';
import type { Worker, WorkerEvent, WorkerOptions } from './worker-options.ts';

const RUNS = 8;
const HEARTBEAT_SECONDS = 15;
const LOOK_EVERY = 500;
const PATIENCE = 30_000;
/** A run that has had its seat for so long gives it to the next. */
const LONGEST_SHIFT = 12 * 3_600_000;
/** How long to insist on telling the queue what became of a job, before it is left to the heartbeat. */
const INSIST = 10_000;
const unlimited: HostLimits = { default: 4 };

/**
 * Starts a worker: from now on this process carries out queued runs, as many at a time as it is told. Any number of them may work on
 * one database. Whoever starts it stops it.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const heartbeatSeconds = options.heartbeatSeconds ?? HEARTBEAT_SECONDS;
  const timeClock = await options.storage.queue.clockIn({ heartbeatSeconds });
  return new WorkerAtWork(options, timeClock, heartbeatSeconds * 1000);
}

class WorkerAtWork implements Worker, Bench {
  readonly options: WorkerOptions;
  readonly timeClock: TimeClock;
  readonly #heartbeat: number;
  readonly #shifts = new Map<string, Shift>();
  /** No more runs are taken. */
  readonly #ending = new AbortController();
  /** Nothing is at work any more. */
  readonly #over = new AbortController();
  readonly #loops: Promise<unknown>;
  /** The next run has left its seat. */
  #free = new AbortController();
  #healthy = true;

  constructor(options: WorkerOptions, timeClock: TimeClock, heartbeat: number) {
    this.options = options;
    this.timeClock = timeClock;
    this.#heartbeat = heartbeat;
    const look = options.lookEvery ?? LOOK_EVERY;
    this.#loops = Promise.all([
      this.#again(this.#ending.signal, 0, async () => this.#takeMore(look)),
      this.#again(this.#ending.signal, Math.min(2_000, heartbeat / 3), async () => this.#sweep()),
      this.#again(this.#ending.signal, 30_000, async () => beginNights(this, new Date())),
      this.#again(this.#over.signal, Math.min(2_000, heartbeat / 8), async () => this.#beat()),
    ]);
  }

  get running(): readonly string[] {
    return [...this.#shifts.values()].map(({ job }) => job.run);
  }

  get healthy(): boolean {
    return this.#healthy;
  }

  tell(event: WorkerEvent): void {
    this.options.tell?.(event);
  }

  async stop(patienceMilliseconds = PATIENCE): Promise<void> {
    this.#ending.abort();
    for (const { interruption } of this.#shifts.values()) interruption.interrupt({ why: 'leaving' });
    const until = Date.now() + patienceMilliseconds;
    while (this.#shifts.size > 0 && Date.now() < until) await rest(until - Date.now(), this.#free.signal);
    this.#over.abort();
    await this.#loops;
    await this.timeClock.clockOut().catch(() => undefined);
  }

  /** Does the work again and again until the end; a database that cannot be reached is waited for. */
  async #again(end: AbortSignal, pause: number, work: () => Promise<void>): Promise<void> {
    while (!end.aborted) {
      try {
        await work();
        this.#healthy = true;
        await rest(pause, end);
      } catch (error) {
        this.#trouble(error);
        await rest(Math.max(pause, LOOK_EVERY), end);
      }
    }
  }

  #trouble(error: unknown): void {
    this.#healthy = false;
    this.tell({ what: 'database-trouble', code: error instanceof StorageError ? error.code : 'defect' });
  }

  async #takeMore(look: number): Promise<void> {
    const free = (this.options.runsAtOnce ?? RUNS) - this.#shifts.size;
    const jobs = free > 0 ? await this.timeClock.take(free, this.options.runsAtHost ?? unlimited) : [];
    for (const job of jobs) this.#begin(job);
    if (jobs.length < free || free <= 0) await rest(look, AbortSignal.any([this.#ending.signal, this.#free.signal]));
  }

  #begin(job: Job): void {
    const shift = new Shift(job, this, this.#heartbeat / 3);
    this.#shifts.set(job.id, shift);
    void this.#work(shift).finally(() => {
      this.#shifts.delete(job.id);
      const waitingFor = this.#free;
      this.#free = new AbortController();
      waitingFor.abort();
    });
  }

  async #work(shift: Shift): Promise<void> {
    const { job } = shift;
    try {
      await carryOutJob(this, shift);
    } catch (error) {
      const isFenced = error instanceof Fenced;
      this.tell({ what: isFenced ? 'run-fenced' : 'run-failed', run: job.run, host: shift.host });
      // What was thrown is kept nowhere: it may hold what a host said.
      if (!isFenced) await insist(async () => this.timeClock.fail(job));
    }
    await this.#notePlaces([shift]).catch(() => undefined);
  }

  async #beat(): Promise<void> {
    const shifts = [...this.#shifts.values()];
    const at = nowTwice();
    const lost = await this.timeClock.beat(shifts.map(({ job }) => job));
    for (const shift of shifts) {
      if (lost.includes(shift.job)) shift.lease.lose();
      else shift.lease.renew(at);
    }
    await this.#heed(shifts);
    await this.#notePlaces(shifts);
  }

  /** Somebody may have asked a run to stop; one that has had its seat for very long makes room. */
  async #heed(shifts: readonly Shift[]): Promise<void> {
    const asked = await this.timeClock.stopsAsked(shifts.map(({ job }) => job.run));
    for (const { job, interruption, began, host } of shifts) {
      if (Date.now() - began > LONGEST_SHIFT) interruption.interrupt({ why: 'leaving' });
      if (!asked.includes(job.run) || interruption.cause !== undefined) continue;
      interruption.interrupt({ why: 'asked' });
      this.tell({ what: 'run-stopping', run: job.run, host });
    }
  }

  async #notePlaces(shifts: readonly Shift[]): Promise<void> {
    const places = shifts.flatMap((shift) => {
      const place = shift.takePlace();
      return place === undefined ? [] : [[shift.job.run, place] as const];
    });
    await this.timeClock.note(new Map(places));
  }

  async #sweep(): Promise<void> {
    const swept = await this.timeClock.sweep();
    if (swept.queued + swept.handedOn + swept.gaveUp > 0) this.tell({ what: 'swept', ...swept });
  }
}

/** Tries until it succeeds, for a while. */
async function insist(work: () => Promise<void>): Promise<void> {
  const until = Date.now() + INSIST;
  for (;;) {
    try {
      await work();
      return;
    } catch {
      if (Date.now() > until) return;
      await rest(LOOK_EVERY);
    }
  }
}
