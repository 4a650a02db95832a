import type { Progress } from '@lethe/core';

/** Where a run is, with how much of the whole of it is done. */
export interface RunProgress extends Progress {
  /** Of the whole run, from 0 to 1; never goes back. */
  readonly share: number;
  /** Seconds to its end, where there is something to tell it from. */
  readonly secondsLeft?: number;
}
