import type { Pace } from '@lethe/http';

/** What Lever allows a key: https://hire.lever.co/developer/documentation#rate-limits */
const allowed = { perSecond: 10, atOnce: 20 } as const;
const CONCURRENCY = 4;

/**
 * A pace Lever's limit is never exceeded at. Calls that are on their way may arrive together with later ones, so that as many
 * fewer are made at once. A key that others use too takes a smaller share.
 */
export function leverPace(perSecond: number = allowed.perSecond): Pace {
  const share = Math.min(perSecond, allowed.perSecond) / allowed.perSecond;
  const atOnce = Math.max(1, Math.floor(allowed.atOnce * share) - CONCURRENCY);
  return { perSecond: allowed.perSecond * share, atOnce, concurrency: CONCURRENCY };
}
