import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '@lethe/core';

const LOOK = 250;

/** The wall clock; waits end early when somebody interrupts. */
export function wallClock(interrupted: () => boolean): Clock {
  return {
    now: () => new Date(),
    wait: async (milliseconds) => {
      const until = Date.now() + milliseconds;
      while (Date.now() < until && !interrupted()) await pause(Math.min(LOOK, until - Date.now()));
    },
  };
}
