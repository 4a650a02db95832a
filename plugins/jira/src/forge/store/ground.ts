import type { Clock } from '@lethe/core';
import type { Rows } from './rows.ts';
import type { Seal } from './sealing.ts';

/** What every part of the store works with. */
export interface Ground {
  readonly rows: Rows;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly uuid: () => string;
  /** Until when this invocation lives at the most: a run it owns is nobody's after that. */
  readonly livesUntil: () => Date;
}
