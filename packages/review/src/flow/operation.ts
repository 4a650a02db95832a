import type { Clock } from '@lethe/core';
import type { FlowState } from './state.ts';

/** One thing a flow does, from a button to the state it ends in. */
export class Operation {
  /** Shows a state on the way. */
  readonly show: (state: FlowState) => void;
  /** What failed on the side, for whoever handles faults; the state tells the truth without it. */
  readonly faults: unknown[] = [];
  /** The run it is about, once there is one. */
  run: string | undefined;
  readonly #whenAsked: Promise<void>;
  #tellAsked: () => void = () => undefined;
  #asked = false;

  constructor(show: (state: FlowState) => void) {
    this.show = show;
    this.#whenAsked = new Promise((resolve) => {
      this.#tellAsked = resolve;
    });
  }

  /** Whether somebody asked it to stop. */
  get asked(): boolean {
    return this.#asked;
  }

  askToStop(): void {
    this.#asked = true;
    this.#tellAsked();
  }

  /** A clock whose waits end as soon as somebody asks for a stop. */
  impatient(clock: Clock): Clock {
    return {
      now: () => clock.now(),
      wait: (milliseconds) => Promise.race([clock.wait(milliseconds), this.#whenAsked]),
    };
  }
}
