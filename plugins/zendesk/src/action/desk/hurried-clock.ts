import type { Clock } from '@lethe/core';

/** A clock whose waits can be ended early. */
export class HurriedClock implements Clock {
  readonly #clock: Clock;
  #hurry: () => void = () => undefined;
  #hurried: Promise<void>;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#hurried = this.#next();
  }

  now(): Date {
    return this.#clock.now();
  }

  async wait(milliseconds: number): Promise<void> {
    await Promise.race([this.#clock.wait(milliseconds), this.#hurried]);
  }

  /** Ends all waits there are; later ones take their time. */
  hurry(): void {
    this.#hurry();
    this.#hurried = this.#next();
  }

  async #next(): Promise<void> {
    return new Promise((end) => {
      this.#hurry = end;
    });
  }
}
