import type { Clock } from '@lethe/core';

/**
 * A clock for calls that overlap: when nobody has anything to do, it jumps to the next moment somebody waits for. Several
 * waits at a time end when each is over, not one after the other.
 */
export class EventClock implements Clock {
  #now: number;
  readonly #waits: { readonly at: number; readonly over: () => void }[] = [];

  constructor(start = Date.parse('2026-04-01T08:00:00Z')) {
    this.#now = start;
  }

  now(): Date {
    return new Date(this.#now);
  }

  async wait(milliseconds: number): Promise<void> {
    await new Promise<void>((over) => {
      this.#waits.push({ at: this.#now + Math.max(0, milliseconds), over });
      this.#waits.sort((one, other) => one.at - other.at);
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
      const next = this.#waits.shift();
      if (next === undefined) throw new Error('Everybody waits, and for nothing.');
      this.#now = Math.max(this.#now, next.at);
      next.over();
    }
  }

  /** Ends every wait now, as a surface does that wants to stop. */
  interrupt(): void {
    for (const { over } of this.#waits.splice(0)) over();
  }
}
