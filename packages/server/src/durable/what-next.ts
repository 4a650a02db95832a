import type { StopReason } from '@lethe/core';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Why a run stopped, and how often in a row it was put off before. */
export interface Stop {
  readonly reason: StopReason | undefined;
  readonly tries: number;
}

/** First pause and longest one, in milliseconds, for what gets better by waiting; everything else needs a person. */
const pauses: Readonly<Partial<Record<StopReason, readonly [first: number, longest: number]>>> = {
  'too-fast': [MINUTE, HOUR],
  down: [MINUTE, HOUR],
  locked: [MINUTE, HOUR],
  'waiting-for-somebody': [HOUR, 12 * HOUR],
};

/**
 * When a run that stopped is tried again by itself; nothing if a person has to do something first. Each time in a row it waits twice as
 * long. `lot` is from 0 to 1: runs that stopped together do not come back together.
 */
export function triedAgainAt({ reason, tries }: Stop, now: Date, lot: number): Date | undefined {
  const pause = reason === undefined ? undefined : pauses[reason];
  if (pause === undefined) return undefined;
  const [first, longest] = pause;
  const wait = Math.min(longest, first * 2 ** Math.min(tries, 30));
  return new Date(now.getTime() + wait * (1 + lot / 4));
}
