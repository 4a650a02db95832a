import type { Pace } from '@lethe/http';

/** Ashby publishes limits for its reports alone: https://developers.ashbyhq.com/docs/responses-and-errors */
const USUAL = 5;
const CONCURRENCY = 4;

/** So many calls a second, as many at once after a rest. */
export function ashbyPace(perSecond: number = USUAL): Pace {
  return { perSecond, atOnce: Math.max(1, Math.floor(perSecond)), concurrency: CONCURRENCY };
}
