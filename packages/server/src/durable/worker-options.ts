import type { RunRecord } from '@lethe/core';
import type { Desk } from '@lethe/review';
import type { Night, NightHours } from './night.ts';
import type { HostLimits, Storage } from '@lethe/storage';

/** What a worker is started with. */
export interface WorkerOptions {
  readonly storage: Storage;
  /**
   * The desk a run is carried out at: its `actor` is whoever approved the run (`run.approval.by`) with the groups they are in now, its
   * `store` is the storage. Its host should pace its calls by `pacedFor(storage, host)`. May throw `HostError` or `RuleError`.
   */
  deskFor(host: string, run: RunRecord): Promise<Desk>;
  /** Asked before a run begins or goes on: nothing, or when to ask again (a kill switch, a cap a night, a host switched off). */
  notBefore?(run: RunRecord): Promise<Date | undefined>;
  /** Runs this worker carries out at the same time; 8 unless told. */
  readonly runsAtOnce?: number;
  /** Runs at one host at the same time, of all workers together; 4 unless told. */
  readonly runsAtHost?: HostLimits;
  /** The longest a single call to a host may take, in seconds; 120 unless told. What a dead worker began is judged only after that. */
  readonly callSeconds?: (host: string) => number;
  /** A worker that has not been heard of for so long loses its runs; 15 unless told. */
  readonly heartbeatSeconds?: number;
  /** How often to look for work while there is none, in milliseconds; 500 unless told. */
  readonly lookEvery?: number;
  /** What is done once every night, by one worker of all; safe to repeat, as a worker may be killed in the middle of it. */
  readonly nightly?: readonly Nightly[];
  /** Told what happens, in fixed words and ids: for logs and metrics. */
  readonly tell?: (event: WorkerEvent) => void;
}

/** Something that is done once a night. */
export interface Nightly {
  /** Names it among others, for good. */
  readonly name: string;
  /** When nights begin; asked again and again, as settings change. */
  hours(): Promise<NightHours>;
  begin(night: Night): Promise<void>;
}

/** What a worker tells. Ids, codes and counts only. */
export type WorkerEvent =
  | {
      readonly what: 'run-taken' | 'run-fenced' | 'run-failed' | 'run-stopping';
      readonly run: string;
      readonly host: string;
    }
  | {
      readonly what: 'run-left';
      readonly run: string;
      readonly host: string;
      readonly state: RunRecord['state'];
      readonly reason?: string;
    }
  | {
      readonly what: 'run-put-off';
      readonly run: string;
      readonly host: string;
      readonly until: Date;
      readonly because: string;
    }
  | { readonly what: 'swept'; readonly queued: number; readonly handedOn: number; readonly gaveUp: number }
  | { readonly what: 'night-begun' | 'night-failed'; readonly name: string; readonly date: string }
  | { readonly what: 'database-trouble'; readonly code: string };

/** A worker at work. */
export interface Worker {
  /** Ids of the runs it is carrying out. */
  readonly running: readonly string[];
  /** Whether it got through to the database when it last tried. */
  readonly healthy: boolean;
  /**
   * Takes no more runs, stops those it has between two calls and hands them to others, and ends. Those that have not stopped after so
   * many milliseconds (30,000 unless told) are left to the fence.
   */
  stop(patienceMilliseconds?: number): Promise<void>;
}
