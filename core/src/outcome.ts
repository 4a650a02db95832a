import type { HostErrorCode } from './errors.ts';
import type { StepId } from './host.ts';

/**
 * How a step ended, judged from a fresh reading:
 * `clean` it is gone and was seen gone; `already-clean` there was nothing to do; `still-there` the host said done and it is not;
 * `waiting` the host takes its time, a later check decides; `unprovable` the host says done and cannot show it;
 * `refused` the host will not; `stale` it changed after the review and was left alone.
 */
export const outcomes = ['clean', 'already-clean', 'still-there', 'waiting', 'unprovable', 'refused', 'stale'] as const;
export type Outcome = (typeof outcomes)[number];

/** A step's outcome as the journal and the report keep it. */
export interface Settled {
  readonly step: StepId;
  readonly outcome: Outcome;
  /** With `refused`: the host's reason as one of the eight codes. */
  readonly code?: HostErrorCode;
  /** With `refused`: what to do, in fixed words. */
  readonly remedy?: string;
}
