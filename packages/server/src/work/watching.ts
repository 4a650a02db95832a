import { setTimeout as pause } from 'node:timers/promises';
import type { RunQueue, Standing } from '@lethe/storage';

type Listener = (standing: Standing) => void;

/** Looks where runs are, once for all who watch them, and only while somebody does. */
export class Watching {
  readonly #queue: Pick<RunQueue, 'standing'>;
  readonly #everyMilliseconds: number;
  readonly #listeners = new Map<string, Set<Listener>>();
  #looking = false;

  constructor(queue: Pick<RunQueue, 'standing'>, everyMilliseconds: number) {
    this.#queue = queue;
    this.#everyMilliseconds = everyMilliseconds;
  }

  /** Tells the listener at every look; answers how to end that. */
  watch(run: string, listener: Listener): () => void {
    const others = this.#listeners.get(run) ?? new Set();
    this.#listeners.set(run, others.add(listener));
    void this.#look();
    return () => {
      others.delete(listener);
      if (others.size === 0) this.#listeners.delete(run);
    };
  }

  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    while (this.#listeners.size > 0) {
      // A look that fails says nothing: the next one may not, and each stream has its own end.
      const standing = await this.#queue.standing([...this.#listeners.keys()]).catch(() => []);
      for (const one of standing) for (const listener of this.#listeners.get(one.run) ?? []) listener(one);
      await pause(this.#everyMilliseconds, undefined, { ref: false });
    }
    this.#looking = false;
  }
}
