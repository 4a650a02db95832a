/** All we use of the browser's Web Locks: a lock is given back when its tab closes or crashes. */
export interface TabLocks {
  request(name: string, held: () => Promise<unknown>): Promise<unknown>;
  query(): Promise<{ readonly held?: readonly { readonly name?: string }[] }>;
}

/** Shows other tabs of this browser for which runs this one is alive. */
export class Presence {
  readonly #locks: TabLocks;
  readonly #prefix: string;
  readonly #releases = new Map<string, () => void>();

  constructor(locks: TabLocks, database: string) {
    this.#locks = locks;
    this.#prefix = `${database} `;
  }

  /** Holds the token until it is released or the tab is gone. */
  async hold(token: string): Promise<void> {
    await new Promise<void>((held, refused) => {
      const kept = this.#locks.request(this.#prefix + token, async () => {
        held();
        await new Promise<void>((release) => this.#releases.set(token, release));
      });
      kept.catch(refused);
    });
  }

  release(token: string): void {
    this.#releases.get(token)?.();
    this.#releases.delete(token);
  }

  /** Tokens whose tabs live. */
  async present(): Promise<ReadonlySet<string>> {
    const { held = [] } = await this.#locks.query();
    const names = held.map(({ name = '' }) => name).filter((name) => name.startsWith(this.#prefix));
    return new Set(names.map((name) => name.slice(this.#prefix.length)));
  }

  close(): void {
    for (const token of [...this.#releases.keys()]) this.release(token);
  }
}
