/** How fast calls may be made. */
export interface Pace {
  /** Calls a second, in the long run. */
  readonly perSecond: number;
  /** Calls at once after a rest. */
  readonly atOnce: number;
  /** Calls on their way at a time. */
  readonly concurrency: number;
}

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

/** Gives out moments at which calls may begin, as early as the pace allows. */
export class Moments {
  readonly #every: number;
  readonly #slack: number;
  /** When the bucket would be full again if no further call came. */
  #full = -Infinity;

  constructor({ perSecond, atOnce }: Pace) {
    this.#every = 1000 / perSecond;
    this.#slack = (atOnce - 1) * this.#every;
  }

  /** The earliest moment from then on, in milliseconds; it is taken. */
  next(from: number): number {
    const at = Math.max(from, this.#full - this.#slack);
    this.#full = Math.max(this.#full, at) + this.#every;
    return at;
  }
}
