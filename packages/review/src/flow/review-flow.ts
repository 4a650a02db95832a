import type { Identifiers, ObstacleCode, PersonId } from '@lethe/core';
import type { Desk } from '../desk.ts';
import type { FlowState } from './state.ts';

/** What a review may take into account from the start. */
export interface ReviewWishes {
  readonly acknowledged?: readonly ObstacleCode[];
  /** Further identifiers of the person that the host does not file. */
  readonly also?: Identifiers;
}

/** The headless state machine every surface shows. */
export class ReviewFlow {
  readonly #desk: Desk;
  readonly #fault: (error: unknown) => void;
  readonly #listeners = new Set<() => void>();
  #state: FlowState = { at: 'idle' };

  /** `fault` is given what is neither the host's failure nor a refusal; without it, the method that met it throws it. */
  constructor(desk: Desk, fault?: (error: unknown) => void) {
    this.#desk = desk;
    this.#fault = fault ?? rethrow;
  }

  /** The same object until something changes. */
  get state(): FlowState {
    return this.#state;
  }

  /** Calls the listener after every change; answers how to end that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Looks at a person and plans; changes nothing in the host. */
  review(_person: PersonId, _wishes: ReviewWishes = {}): Promise<void> {
    this.#fault(this.#desk);
    return Promise.resolve();
  }

  /** Reviews again, in spite of these obstacles. */
  acknowledge(_codes: readonly ObstacleCode[]): Promise<void> {
    return Promise.resolve();
  }

  /** Begins the run if this is the phrase of the plan on the screen. */
  confirm(_typed: string): Promise<void> {
    return Promise.resolve();
  }

  /** Stops a run before its next call; gives a look up. */
  stop(): void {
    // Comes with the run.
  }

  /** Goes on with an open run. */
  resume(_run: string, _options: { readonly acceptRefused?: boolean } = {}): Promise<void> {
    return Promise.resolve();
  }

  /** Gives an open run up for good. */
  callOff(_run: string): Promise<void> {
    return Promise.resolve();
  }

  /** Shows a stored run and its report. */
  open(_run: string): Promise<void> {
    return Promise.resolve();
  }
}

function rethrow(error: unknown): never {
  throw error;
}
