const HOUR = 3_600_000;

/** Points used up in the hour that began then (milliseconds since 1970): what one invocation tells the next. */
export interface PointsSpent {
  readonly hour: number;
  readonly points: number;
}

/** How many points there are. */
export interface PointsShare {
  /**
   * Points an hour this installation allows itself, of those all customers of the app have together: 65,000 in the first tier. No number: none
   * are counted, as with an API token.
   */
  readonly share?: number;
  /** What has been used up before, by another invocation. */
  readonly spent?: PointsSpent;
}

/** Keeps count of an hour's points; they come back at the top of each hour, UTC. */
export class HourlyPoints {
  readonly #share: number;
  #hour = 0;
  #points = 0;
  /** Points of calls under way. */
  #open = 0;
  /** What Jira says is left to all customers. */
  #left = Infinity;
  #closedUntil = 0;

  constructor({ share = Infinity, spent }: PointsShare = {}) {
    this.#share = share;
    if (spent !== undefined) {
      this.#hour = spent.hour;
      this.#points = spent.points;
    }
  }

  /**
   * When a call that may cost so much can begin: now, or with the next hour; `Infinity` while that hangs on what calls under way will have cost.
   * The first of an hour always can, whatever the share.
   */
  earliest(most: number, now: number): number {
    this.#turn(now);
    const left = Math.min(this.#share - this.#points, this.#left);
    const isFirst = this.#points === 0 && this.#open === 0;
    const opens =
      isFirst || this.#open + most <= left ? now : this.#open > 0 && most <= left ? Infinity : nextHour(now);
    return Math.max(opens, this.#closedUntil);
  }

  begin(most: number): void {
    this.#open += most;
  }

  /** The answer is there, and what the call did cost. */
  end(most: number, cost: number, now: number): void {
    this.#turn(now);
    this.#open -= most;
    this.#points += cost;
    this.#left -= cost;
  }

  /** What Jira says is left of this hour's points, to everybody. */
  leave(points: number, now: number): void {
    this.#turn(now);
    this.#left = points;
  }

  /** Jira says only that no more are left, to everybody. */
  leaveAtMost(points: number, now: number): void {
    this.#turn(now);
    this.#left = Math.min(this.#left, points);
  }

  /** Nothing until then. */
  close(until: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, until);
  }

  /** For the next invocation. */
  spent(now: number): PointsSpent {
    this.#turn(now);
    return { hour: this.#hour, points: this.#points };
  }

  #turn(now: number): void {
    const hour = Math.floor(now / HOUR) * HOUR;
    if (hour === this.#hour) return;
    this.#hour = hour;
    this.#points = 0;
    this.#left = Infinity;
  }
}

/** When points come back. */
export function nextHour(now: number): number {
  return (Math.floor(now / HOUR) + 1) * HOUR;
}
