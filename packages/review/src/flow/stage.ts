import type { FlowState } from './state.ts';
import { transitions } from './transitions.ts';

/** Holds the state, lets it change along the allowed ways only, and tells who listens. */
export class Stage {
  readonly #listeners = new Set<() => void>();
  #state: FlowState = { at: 'idle' };

  get state(): FlowState {
    return this.#state;
  }

  /** Shows another state. Throws a `TypeError`, which is a fault of ours, where none leads there. */
  show(next: FlowState): void {
    if (!transitions[this.#state.at].includes(next.at))
      throw new TypeError('A review went from one state to another that it does not lead to.');
    this.#state = next;
    for (const listener of [...this.#listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}
