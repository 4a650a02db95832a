import type { HostErrorCode, Obstacle, PersonId, PlanRecord, Report, RunRecord, WeakIdentifier } from '@lethe/core';
import type { RunProgress } from '../progress.ts';
import type { ReviewSheet } from '../sheet.ts';

/** Where a review is. Codes, ids and counts alone: nothing in it is personal, so it may be shown, stored and sent. */
export type FlowState =
  | { readonly at: 'idle' }
  /** Reads what there is of the person; `found` spots so far. */
  | { readonly at: 'looking'; readonly found: number }
  /** Something stands in the way of this person; some of it may be acknowledged. */
  | { readonly at: 'blocked'; readonly person: PersonId; readonly obstacles: readonly Obstacle[] }
  | ReviewedState
  | { readonly at: 'running'; readonly run: string; readonly progress: RunProgress; readonly stopping: boolean }
  | Stopped
  /** The run went to its end: `run.state` is `done` or `done-with-gaps`. */
  | { readonly at: 'finished'; readonly run: RunRecord; readonly report: Report }
  | Trouble;

/** A plan to be read and confirmed. */
export interface ReviewedState {
  readonly at: 'reviewed';
  readonly record: PlanRecord;
  readonly sheet: ReviewSheet;
  /** What is to be typed. */
  readonly phrase: string;
  /** Identifiers that are not looked for, by kind and place. */
  readonly refusedIdentifiers: readonly WeakIdentifier[];
  /** Why the last confirmation did not begin a run. */
  readonly refused?: Obstacle;
  /** A right confirmation is being acted on: rights, lock and store are asked. */
  readonly confirming?: true;
  /** How long the run will take, where that can be told. */
  readonly seconds?: number;
}

/** A run that is not at its end, or never will be. */
export interface Stopped {
  readonly at: 'stopped';
  /** `running`: it was left by a closed tab or a crash, or another process is at work on it. */
  readonly run: RunRecord;
  readonly report: Report;
  /** Whether going on may help; else a new review does. */
  readonly resumable: boolean;
  /** Why it could not be resumed or called off just now. */
  readonly refused?: Obstacle;
}

/** Something outside failed, or we did. */
export interface Trouble {
  readonly at: 'trouble';
  readonly code: HostErrorCode | 'fault';
  /** What is wrong, in fixed words. */
  readonly says: string;
  /** What to do about it, in fixed words. */
  readonly remedy: string;
  /** The run it happened to; it can be opened and resumed. */
  readonly run?: string;
}
