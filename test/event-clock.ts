import type { Clock } from '@lethe/core';

interface Wait {
  readonly at: number;
  readonly over: () => void;
}

/** A clock for calls that overlap: it stands still while anybody has something to do, and then goes to the next moment somebody waits for. */
export class EventClock implements Clock {
  #now: number;
  #waits: readonly Wait[] = [];

  constructor(start = Date.parse('2026-04-01T08:00:00Z')) {
    this.#now = start;
  }

  now(): Date {
    return new Date(this.#now);
  }

  async wait(milliseconds: number): Promise<void> {
    await new Promise<void>((over) => {
      const at = this.#now + Math.max(0, milliseconds);
      const later = this.#waits.findIndex((one) => one.at > at);
      this.#waits = this.#waits.toSpliced(later < 0 ? this.#waits.length : later, 0, { at, over });
    });
  }

  /** Lets time pass until the work is done. */
  async during<T>(work: Promise<T>): Promise<T> {
    const state = { done: false };
    const end = (): void => void (state.done = true);
    work.then(end, end);
    for (;;) {
      await new Promise((idle) => setImmediate(idle));
      if (state.done) return work;
      const [next, ...others] = this.#waits;
      if (next === undefined) throw new Error('Everybody waits, and for nothing.');
      this.#waits = others;
      this.#now = Math.max(this.#now, next.at);
      next.over();
    }
  }

  /** Ends every wait now, as a surface does that wants to stop. */
  interrupt(): void {
    const waits = this.#waits;
    this.#waits = [];
    for (const { over } of waits) over();
  }
}
