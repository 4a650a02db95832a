/** How fast calls may be made: so many in a window of time. */
export interface Pace {
  readonly calls: number;
  readonly milliseconds: number;
  /** How much of what Greenhouse says it allows may be used: from 0 to 1. */
  readonly share: number;
  /** Calls on their way at a time. */
  readonly concurrency: number;
}

const CONCURRENCY = 4;

/** What Greenhouse allows a credential. */
const allowed = {
  /** Documented: https://developers.greenhouse.io/harvest.html#throttling */
  v1: { calls: 50, milliseconds: 10_000 },
  /** The window is documented, the number is not: `X-RateLimit-Limit` tells it, and until the first answer this is used. */
  v3: { calls: 50, milliseconds: 30_000 },
} as const;

/** A pace for a version of Harvest. A credential that others use too takes a smaller share: from 0 to 1. */
export function greenhousePace(version: 'v1' | 'v3', share = 1): Pace {
  const { calls, milliseconds } = allowed[version];
  return { calls: withMargin(calls * share), milliseconds, share, concurrency: CONCURRENCY };
}

/** Calls that are on their way may arrive later than they began, together with those of the next window: as many fewer are made. */
export function withMargin(calls: number): number {
  return Math.max(1, Math.floor(calls) - CONCURRENCY);
}

/** Gives out moments at which calls may begin, so that no window of that length, wherever it begins, holds too many. */
export class Moments {
  readonly #milliseconds: number;
  #calls: number;
  readonly #given: number[] = [];

  constructor({ calls, milliseconds }: Pace) {
    this.#calls = calls;
    this.#milliseconds = milliseconds;
  }

  /** Fewer calls are allowed than was thought, or more. */
  allow(calls: number): void {
    this.#calls = Math.max(1, calls);
  }

  /** The earliest moment from then on, in milliseconds; it is taken. */
  next(from: number): number {
    const before = this.#given.at(-this.#calls);
    const at = Math.max(
      from,
      this.#given.at(-1) ?? -Infinity,
      before === undefined ? -Infinity : before + this.#milliseconds,
    );
    this.#given.push(at);
    if (this.#given.length > 2 * this.#calls) this.#given.splice(0, this.#given.length - this.#calls);
    return at;
  }
}
