/**
 * Paces the calls to one endpoint as Jira counts them: so many a second, a few at once. Jira's own bucket holds at least a second's calls; with
 * calls under way counted twice, at both ends of the time they take, it cannot run dry while twice the calls at a time are fewer than that.
 */
export class TokenBucket {
  readonly #atOnce: number;
  #perSecond: number;
  #tokens: number;
  #at: number | undefined;
  #closedUntil = 0;
  #strikes = 0;

  constructor(perSecond: number, atOnce: number) {
    this.#perSecond = perSecond;
    this.#atOnce = Math.max(1, Math.min(atOnce, perSecond / 2));
    this.#tokens = this.#atOnce;
  }

  /** When the next call may begin. */
  earliest(now: number): number {
    this.#fill(now);
    const missing = Math.max(0, 1 - this.#tokens);
    return Math.max(now + (missing * 1000) / this.#perSecond, this.#closedUntil);
  }

  take(now: number): void {
    this.#fill(now);
    this.#tokens -= 1;
  }

  /** Jira grants another number than thought. */
  allow(perSecond: number): void {
    this.#perSecond = Math.max(1, perSecond);
  }

  /** Others call this endpoint too: what Jira says is left. */
  leave(calls: number, now: number): void {
    this.#fill(now);
    this.#tokens = Math.min(this.#tokens, Math.max(0, calls));
  }

  /** Nothing until Jira's own time, or 1, 2, 4 … 60 seconds where it names none; then one after the other, as there is nothing in store. */
  close(now: number, until: number | undefined): number {
    this.#strikes += 1;
    this.#closedUntil = Math.max(this.#closedUntil, until ?? now + backoff(this.#strikes));
    this.#tokens = 1;
    this.#at = this.#closedUntil;
    return this.#closedUntil;
  }

  /** A call was not refused. */
  calm(): void {
    this.#strikes = 0;
  }

  #fill(now: number): void {
    const since = Math.max(0, now - (this.#at ?? now));
    this.#tokens = Math.min(this.#atOnce, this.#tokens + (since / 1000) * this.#perSecond);
    this.#at = Math.max(now, this.#closedUntil);
  }
}

/** How long to wait after so many refusals without a word about it, in milliseconds. */
export function backoff(strikes: number): number {
  return Math.min(60_000, 1000 * 2 ** (strikes - 1));
}
