import type { EventClock } from '../../../test/event-clock.ts';

/** A call as Jira's limits see it: where it goes, which issues it writes to, what it costs. */
export interface Counted {
  readonly endpoint: string;
  readonly issues: readonly string[];
  readonly points: number;
}

/**
 * Jira's limits, written down once more from its documentation: nothing of the governor's own is used to judge it. Counts how often a limit was
 * exceeded, whenever within a call Jira looks at it.
 */
export class StrictSite {
  readonly #clock: EventClock;
  readonly #buckets = new Map<string, { readonly tokens: number; readonly at: number }>();
  readonly #writes = new Map<string, number[]>();
  readonly #hours = new Map<number, number>();
  #exceeded = 0;

  constructor(clock: EventClock) {
    this.#clock = clock;
  }

  count({ endpoint, issues, points }: Counted): void {
    const now = this.#clock.now().getTime();
    this.#countCall(endpoint, now);
    for (const issue of issues) this.#writes.set(issue, [...(this.#writes.get(issue) ?? []), now]);
    const hour = Math.floor(now / 3_600_000);
    this.#hours.set(hour, (this.#hours.get(hour) ?? 0) + points);
  }

  /** Calls and stretches of time above a limit. */
  exceeded(share = Infinity): number {
    const stretches = [...this.#writes.values()].map(
      (times) => tooFull(times, 20, 2_000) + tooFull(times, 100, 30_000),
    );
    const hours = [...this.#hours.values()].filter((points) => points > share).length;
    return this.#exceeded + hours + stretches.reduce((sum, one) => sum + one, 0);
  }

  /** A bucket that holds a second's calls and fills evenly. */
  #countCall(endpoint: string, now: number): void {
    const rate = rateFor(endpoint);
    const { tokens, at } = this.#buckets.get(endpoint) ?? { tokens: rate, at: now };
    const left = Math.min(rate, tokens + ((now - at) / 1000) * rate) - 1;
    if (left < -1e-6) this.#exceeded += 1;
    this.#buckets.set(endpoint, { tokens: Math.max(0, left), at: now });
  }
}

/** Calls a second: GET and POST 100, PUT and DELETE 50, and a few of their own. */
export function rateFor(endpoint: string): number {
  if (endpoint === 'GET /rest/api/3/issue/{issue}' || endpoint === 'GET /rest/api/3/user') return 150;
  return /^(?:GET|POST) /.test(endpoint) ? 100 : 50;
}

function tooFull(times: readonly number[], most: number, milliseconds: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted.filter((at, index) => (sorted[index + most] ?? Infinity) - at < milliseconds).length;
}
