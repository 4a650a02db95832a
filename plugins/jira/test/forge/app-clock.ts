import { jest } from '@jest/globals';
import type { Clock } from '@lethe/core';

/** Only the time is invented: what waits for the network waits as ever. */
const real = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'setInterval', 'setTimeout'] as const),
  ...(['clearImmediate', 'clearInterval', 'clearTimeout'] as const),
];

/** The time of a test, which the app, the platform and Jira share. Whoever waits on it moves it on and goes on at once. */
export interface AppClock extends Clock {
  /** Goes on to a time that is to come. */
  pass(milliseconds: number): void;
  /** Gives the real time back. */
  end(): void;
}

/** Puts an invented time in place of the real one, for sources and bundles alike. */
export function startClock(start = new Date('2026-11-22T10:00:00.000Z')): AppClock {
  jest.useFakeTimers({ now: start, doNotFake: [...real] });
  const pass = (milliseconds: number): void => {
    jest.setSystemTime(Date.now() + milliseconds);
  };
  const wait = globalThis.setTimeout;
  const waits = (work: () => void, milliseconds = 0): NodeJS.Immediate => {
    pass(milliseconds);
    return setImmediate(work);
  };
  Object.defineProperty(globalThis, 'setTimeout', { value: waits, configurable: true, writable: true });
  return {
    now: () => new Date(),
    wait: async (milliseconds) => {
      pass(milliseconds);
      return Promise.resolve();
    },
    pass,
    end: () => {
      Object.defineProperty(globalThis, 'setTimeout', { value: wait, configurable: true, writable: true });
      jest.useRealTimers();
    },
  };
}
