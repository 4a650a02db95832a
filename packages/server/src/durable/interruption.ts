import type { Clock, Progress } from '@lethe/core';

/** Why a worker leaves a run between two calls. */
export type Cause =
  | { readonly why: 'asked' }
  /** The worker ends, or the run has had its seat for very long: others go on at once. */
  | { readonly why: 'leaving' }
  /** It would only wait: its seat goes to others meanwhile. */
  | { readonly why: 'waiting'; readonly until: Date };

/** Whoever would wait longer gives its seat back meanwhile. */
const LONG_WAIT = 60_000;

/** What makes a run end between two calls; its waits end at once. The first cause counts. */
export class Interruption {
  readonly #abort = new AbortController();
  #cause: Cause | undefined;

  get cause(): Cause | undefined {
    return this.#cause;
  }

  interrupt(cause: Cause): void {
    this.#cause ??= cause;
    this.#abort.abort();
  }

  /** Looks at where the run is: if it says that it will wait for long, it is interrupted. */
  seeing({ waitingUntil }: Progress): void {
    if (waitingUntil !== undefined && waitingUntil.getTime() - Date.now() > LONG_WAIT)
      this.interrupt({ why: 'waiting', until: waitingUntil });
  }

  /** The wall clock, whose waits end when this interrupts. */
  get clock(): Clock {
    return { now: () => new Date(), wait: async (milliseconds) => rest(milliseconds, this.#abort.signal) };
  }
}

/** Waits so many milliseconds, or until the signal. */
export async function rest(milliseconds: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true || milliseconds <= 0) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done);
  });
}
