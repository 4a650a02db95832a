import { earliestSlot } from './earliest-slot.ts';

/** What a header says: so many calls are left until then (milliseconds since 1970). */
export interface Left {
  readonly calls: number;
  readonly until: number;
}

/** One call in one window. */
export interface Entry {
  /** The answer is there: the call counts from now until its time is over. */
  done(now: number): void;
}

/**
 * One sliding window of one limit. A call counts from its start until its window's length after its answer: when in between Zendesk
 * counted it cannot be known, so no stretch can be too full, whatever happened on the way.
 */
export class Window {
  readonly #milliseconds: number;
  #calls: number;
  readonly #ended: number[] = [];
  #open = 0;
  #promised: number[] = [];
  #left: Left | undefined;
  #closedUntil = 0;
  #strikes = 0;

  constructor(calls: number, milliseconds: number) {
    this.#calls = calls;
    this.#milliseconds = milliseconds;
  }

  /** When one more call may start, after those that are on their way and those promised a time in this round. */
  earliest(now: number, from: number): number {
    const opens = this.#opens(now, from);
    while ((this.#ended[0] ?? now) <= now - this.#milliseconds) this.#ended.shift();
    if (this.#ended.length + this.#open + this.#promised.length < this.#calls) return opens;
    const open = Array.from({ length: this.#open }, () => now);
    const span = { calls: this.#calls, milliseconds: this.#milliseconds };
    return earliestSlot([...this.#ended, ...open, ...this.#promised], span, opens);
  }

  /** Keeps a time for a call that is ahead of others. */
  promise(time: number): void {
    this.#promised.push(time);
    this.#promised.sort((one, other) => one - other);
  }

  /** A new round: promises are made anew. */
  forgetPromises(): void {
    this.#promised = [];
  }

  begin(): Entry {
    this.#open += 1;
    if (this.#left !== undefined) this.#left = { ...this.#left, calls: this.#left.calls - 1 };
    return {
      done: (now) => {
        this.#open -= 1;
        this.#ended.push(now);
      },
    };
  }

  /** The limit is another number than thought. */
  allow(calls: number): void {
    this.#calls = Math.max(1, calls);
  }

  /** Others use the account too: what Zendesk says is left, less what it may not have seen yet. */
  leave({ calls, until }: Left): void {
    this.#left = { calls: calls - this.#open, until };
  }

  /** Nothing until then. */
  close(until: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, until);
  }

  get closedUntil(): number {
    return this.#closedUntil;
  }

  /** Calls on their way. */
  get open(): number {
    return this.#open;
  }

  /** Refused without a word when to come back: how long to wait, 1, 2, 4 … 60 seconds. */
  strike(): number {
    this.#strikes += 1;
    return Math.min(60_000, 1000 * 2 ** (this.#strikes - 1));
  }

  /** A call was not refused. */
  calm(): void {
    this.#strikes = 0;
  }

  /** Whether there is nothing to remember. */
  isIdle(now: number): boolean {
    const since = now - this.#milliseconds;
    const told = this.#left !== undefined && this.#left.until > now;
    return this.#open === 0 && this.#closedUntil <= now && !told && this.#ended.every((time) => time <= since);
  }

  #opens(now: number, from: number): number {
    const open = Math.max(from, this.#closedUntil);
    if (this.#left === undefined || this.#left.until <= now || this.#left.until <= open) return open;
    const taken = this.#promised.filter((time) => time < (this.#left?.until ?? 0)).length;
    return this.#left.calls - taken > 0 ? open : this.#left.until;
  }
}
