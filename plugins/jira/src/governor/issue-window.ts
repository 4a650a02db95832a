/** So many writes to one issue in any stretch of so many milliseconds. */
export interface WriteLimit {
  readonly writes: number;
  readonly milliseconds: number;
}

/** https://developer.atlassian.com/cloud/jira/platform/rate-limiting/#per-issue-rate-limiting-on-write-operations */
export const issueLimits: readonly WriteLimit[] = [
  { writes: 20, milliseconds: 2_000 },
  { writes: 100, milliseconds: 30_000 },
];

const longest = Math.max(...issueLimits.map(({ milliseconds }) => milliseconds));

/**
 * The writes to one issue. One counts from its start until the stretch after its answer: when in between Jira counted it cannot be known, so no
 * stretch can be too full, whatever happened on the way.
 */
export class IssueWindow {
  readonly #ended: number[] = [];
  #open = 0;
  #closedUntil = 0;

  /** When the next write may begin; `Infinity` while that hangs on answers that are still to come. */
  earliest(now: number): number {
    while ((this.#ended[0] ?? now) <= now - longest) this.#ended.shift();
    return issueLimits.reduce(
      (time, limit) => Math.max(time, this.#opens(limit, now)),
      Math.max(now, this.#closedUntil),
    );
  }

  begin(): void {
    this.#open += 1;
  }

  end(now: number): void {
    this.#open -= 1;
    this.#ended.push(now);
  }

  /** Nothing until then. */
  close(until: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, until);
  }

  /** Whether there is nothing to remember. */
  isIdle(now: number): boolean {
    return this.#open === 0 && this.#closedUntil <= now && (this.#ended.at(-1) ?? 0) <= now - longest;
  }

  #opens({ writes, milliseconds }: WriteLimit, now: number): number {
    if (this.#open >= writes) return Infinity;
    const before = this.#ended[this.#ended.length + this.#open - writes];
    return before === undefined ? now : before + milliseconds;
  }
}
