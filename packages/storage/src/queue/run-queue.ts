import type { Approval, OwnedRun, Progress, RunRecord, RunState } from '@lethe/core';

/** When a queued run may begin: at once unless told. */
export interface When {
  readonly notBefore?: Date;
}

/** How a stopped run is to be taken up again. */
export interface Again extends When {
  /** Finish the person although the host refused some steps. */
  readonly acceptRefused?: boolean;
  /** It is the worker's own decision to try once more, not a person's: counted, so that it waits longer each time. */
  readonly byItself?: boolean;
}

/** Where a run stands in the queue and in its host, as screens show it. Counts and times, no personal data. */
export interface Standing {
  readonly run: string;
  readonly state: RunState;
  /** With `queued`: a worker takes it up then at the earliest. */
  readonly queuedFor?: Date;
  /** How often in a row a worker has put it off by itself. */
  readonly tries: number;
  /** Somebody asked it to stop; while it is running it has not yet. Forgotten when it is handed to the workers again. */
  readonly stopAskedBy?: string;
  /** Workers were killed at it so often that a person has to look before it is tried again. */
  readonly gaveUp: boolean;
  /** Where it was last, and when that was. */
  readonly progress?: Progress & { readonly notedAt: Date };
}

/**
 * Runs that go on without anybody watching: approved now, carried out by whichever worker is free, on whichever machine. The run's row
 * is what counts; a job (its id and nothing else) only tells workers to look at it, and is made anew should it be lost.
 */
export interface RunQueue {
  /**
   * Makes the run of an approved plan, owned by nobody, together with its job, in one transaction. The approval and the plan are used
   * up; what the run knows about the person stays sealed. A stopped run on the same person becomes `superseded`.
   * @throws StorageError `conflict` when a run on the person is running or queued, or the approval was used.
   */
  enqueue(plan: string, approval: Approval, when?: When): Promise<RunRecord>;
  /**
   * Hands a stopped run, or one that was begun elsewhere and whose process died, to the workers; moves a queued one to another time.
   * @throws StorageError `conflict` when it has ended or somebody is at work on it.
   */
  again(run: string, again?: Again): Promise<void>;
  /** Asks a run to stop between two calls; a queued one stops at once. Answers whether there was anything to stop. */
  askToStop(run: string, by: string): Promise<boolean>;
  /** The same for every run that is running or queued: the kill switch. Answers how many. */
  askAllToStop(by: string): Promise<number>;
  /** Where these runs stand; without ids, all that are open. */
  standing(runs?: readonly string[]): Promise<readonly Standing[]>;
  /** How many runs wait, are at work, and were given up: for metrics. */
  counts(): Promise<QueueCounts>;
  /** The workers' side of the queue. Whoever clocks in clocks out. */
  clockIn(options?: ClockingIn): Promise<TimeClock>;
}

/** How many runs are where. */
export interface QueueCounts {
  readonly due: number;
  readonly later: number;
  readonly running: number;
  readonly stopped: number;
  readonly gaveUp: number;
  /** Seconds the run that is due for longest has waited. */
  readonly oldestDueSeconds: number;
}

/** How a worker takes part. */
export interface ClockingIn {
  /** A worker that has not been heard of for so long loses its jobs; 15 unless told. */
  readonly heartbeatSeconds?: number;
  /** How often a run whose workers were killed is tried before a person has to look; 20 unless told. */
  readonly mostDeaths?: number;
}

/** How many runs may be at work at one host at a time, by its name in the settings. */
export interface HostLimits {
  readonly default: number;
  readonly hosts?: Readonly<Record<string, number>>;
}

/** A run this worker has taken over, and how it is to be carried out. */
export interface TakenRun {
  readonly owned: OwnedRun;
  readonly acceptRefused: boolean;
  /** How often in a row it was put off by itself before. */
  readonly tries: number;
}

/** A run to be looked at. */
export interface Job {
  readonly run: string;
  /** The queue's own id of this attempt; nothing about the run. */
  readonly id: string;
  readonly attempt: number;
}

/** What a sweep has set right. */
export interface Swept {
  /** Runs without a job that have one now. */
  readonly queued: number;
  /** Jobs of workers that died and are anybody's now. */
  readonly handedOn: number;
  /** Runs that killed too many workers and wait for a person now. */
  readonly gaveUp: number;
}

/** What a worker does with the queue. Nothing here decides about a run: that is the token's, see `Store.takeOver`. */
export interface TimeClock {
  /** Takes so many jobs at most whose time has come; about as many at one host as the limits allow, see `seat`. */
  take(most: number, limits?: HostLimits): Promise<readonly Job[]>;
  /**
   * Takes the job's run over, whoever owned it, if workers are still to carry it out: it is queued, or running and its owner has not
   * been heard of. Nothing if it was stopped, ended, or moved to a later time meanwhile.
   */
  own(job: Job): Promise<TakenRun | undefined>;
  /** Says that this worker lives and is still at these. Answers those that others have by now. */
  beat(jobs: readonly Job[]): Promise<readonly Job[]>;
  /** The job is done with, however its run ended. */
  finish(job: Job): Promise<void>;
  /** Puts the job's run back into the queue, in one transaction with the end of the job. */
  putOff(job: Job, again: Again): Promise<void>;
  /** Something that is not the run's fault kept the job from being done; it comes back by itself, later each time. */
  fail(job: Job): Promise<void>;
  /** Those of these runs that somebody asked to stop. */
  stopsAsked(runs: readonly string[]): Promise<readonly string[]>;
  /** Milliseconds until a call that an earlier owner may have sent, bounded by this time limit, cannot take effect any more. */
  restMilliseconds(run: string, callMilliseconds: number): Promise<number>;
  /** Notes where runs are, for screens. */
  note(places: ReadonlyMap<string, Progress>): Promise<void>;
  /** One of so many seats at a host, shared by all workers; nothing if all are taken. A seat of a worker that dies is free at once. */
  seat(host: string, seats: number): Promise<Seat | undefined>;
  /**
   * Whether this worker is to do what is done once a night, for the night of that date: the first that asks is, and if it does not say
   * within ten minutes that it has ended, the next. A schedule nobody ever asked about begins with the night after this one; of nights
   * that were missed, the one that is asked about is made up for.
   */
  beginNight(name: string, date: string): Promise<boolean>;
  /** What was to be done that night is done. */
  endNight(name: string, date: string): Promise<void>;
  /** Sets right what crashes left; one worker at a time does it, the others find nothing to do. */
  sweep(): Promise<Swept>;
  /** Hands all jobs of this worker to others, and ends. */
  clockOut(): Promise<void>;
}

/** A seat at a host that was taken. */
export interface Seat {
  leave(): Promise<void>;
}
