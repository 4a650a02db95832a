import { AsyncLocalStorage } from 'node:async_hooks';

import { changedHost, Fenced } from '@lethe/core';
import type { Host } from '@lethe/core';
import type { HostPace, Storage } from '@lethe/storage';

/**
 * For how long a worker may take its run for its own. A process that was stopped for a while, by the system or by a busy machine,
 * cannot know that; so it looks at the clocks before each call, and asks once more when too much time has passed.
 */
export class Lease {
  readonly #validFor: number;
  /** Whether the run is still this worker's, by the database. */
  readonly #ask: () => Promise<boolean>;
  #since = nowTwice();
  #lost = false;

  constructor(validFor: number, ask: () => Promise<boolean>) {
    this.#validFor = validFor;
    this.#ask = ask;
  }

  /** It was still this worker's at that moment, which came before the question was asked. */
  renew(at: readonly [number, number] = nowTwice()): void {
    this.#since = at;
  }

  /** Others have it. */
  lose(): void {
    this.#lost = true;
  }

  get lost(): boolean {
    return this.#lost;
  }

  /** Throws `Fenced` if others have the run by now. */
  async confirm(): Promise<void> {
    if (!this.#lost && !this.#isOld) return;
    const asked = nowTwice();
    if (this.#lost || !(await this.#ask())) {
      this.lose();
      throw new Fenced();
    }
    this.renew(asked);
    // The answer may have come to a process that was stopped meanwhile.
    if (this.#isOld) await this.confirm();
  }

  get #isOld(): boolean {
    return nowTwice().some((now, index) => now - (this.#since[index] ?? 0) > this.#validFor);
  }
}

/** One clock stands still while a machine sleeps, the other may be set: whichever says that more time has passed is believed. */
export function nowTwice(): readonly [number, number] {
  return [performance.now(), Date.now()];
}

const current = new AsyncLocalStorage<Lease>();

/** Does the work so that calls of paced hosts, however deep inside, are only made under the lease. */
export async function under<T>(lease: Lease, work: () => Promise<T>): Promise<T> {
  return current.run(lease, work);
}

/** The pace to open a host with: that of all workers, and no call of a run that others have by now. */
export function pacedFor(storage: Storage, host: string): HostPace {
  const pace = storage.pace(host);
  return {
    turn: async (limits) => {
      await pace.turn(limits);
      await current.getStore()?.confirm();
    },
    closeUntil: async (until) => pace.closeUntil(until),
  };
}

/** The host, whose changes are only begun under the lease. */
export function leased(host: Host, lease: Lease): Host {
  return changedHost(host, {
    apply: async (group) => {
      await lease.confirm();
      return host.apply(group);
    },
  });
}
