import type { Clock } from '../execution/run.ts';

/** A clock that only moves when somebody waits, and then at once. */
export interface VirtualClock extends Clock {
  /** All waits so far, in milliseconds. */
  readonly waited: readonly number[];
}

/** Starts on a fixed day. */
export function virtualClock(start = new Date('2026-04-01T08:00:00Z')): VirtualClock {
  const waited: number[] = [];
  return {
    waited,
    now: () => new Date(start.getTime() + waited.reduce((sum, one) => sum + one, 0)),
    wait: (milliseconds) => {
      waited.push(milliseconds);
      return Promise.resolve();
    },
  };
}
