import type { Clock } from '@lethe/core';
import { STALE_AFTER } from './taken.ts';
import type { Hold } from './taken.ts';

/** Between two signs of life. */
const EVERY = 60_000;
/** A sign of life older than this is not relied on for writing: it is renewed first. Well below what others take for dead. */
const SURE_FOR = STALE_AFTER - 2 * EVERY;

/** Whether a run may still write: `unsure` until Zendesk has been asked again. */
export type Standing = 'sure' | 'unsure' | 'lost';

/** Keeps a hold alive, and knows how sure it is. */
export class Heartbeat {
  readonly #hold: Hold;
  readonly #clock: Clock;
  #sureUntil: number;
  #lost = false;
  #stop: () => void = () => undefined;
  readonly #stopped: Promise<'stopped'>;
  #beating: Promise<boolean> | undefined;

  constructor(hold: Hold, clock: Clock) {
    this.#hold = hold;
    this.#clock = clock;
    this.#sureUntil = this.#now + SURE_FOR;
    this.#stopped = new Promise((resolve) => {
      this.#stop = () => resolve('stopped');
    });
    void this.#keepAlive();
  }

  /** Whether the person is still ours, as far as is known without a call. */
  get standing(): Standing {
    if (this.#lost) return 'lost';
    return this.#now < this.#sureUntil ? 'sure' : 'unsure';
  }

  /** Whether the person is still ours; asks Zendesk if the last sign of life is too old to tell. Throws `HostError`. */
  async isSure(): Promise<boolean> {
    if (this.standing === 'unsure') await this.#beat();
    return !this.#lost;
  }

  /** Ends it, and gives the person back if they still are ours. */
  async stop(): Promise<void> {
    this.#stop();
    await this.#beating?.catch(() => false);
    await this.#hold.release();
  }

  async #keepAlive(): Promise<void> {
    for (;;) {
      const pause = this.#clock.wait(EVERY).then(() => 'over' as const);
      if ((await Promise.race([pause, this.#stopped])) === 'stopped' || this.#lost) return;
      // One that fails is made up for by the next, or by the next call that writes.
      await this.#beat().catch(() => false);
    }
  }

  async #beat(): Promise<boolean> {
    this.#beating ??= this.#beatOnce().finally(() => {
      this.#beating = undefined;
    });
    return this.#beating;
  }

  async #beatOnce(): Promise<boolean> {
    const asked = this.#now;
    const ours = await this.#hold.beat();
    this.#sureUntil = asked + SURE_FOR;
    this.#lost ||= !ours;
    return ours;
  }

  get #now(): number {
    return this.#clock.now().getTime();
  }
}
