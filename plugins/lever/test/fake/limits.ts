const PER_SECOND = 10;
const AT_ONCE = 20;

/** Ten calls a second for each key, twenty at once. */
export class Limits {
  readonly #now: () => number;
  readonly #buckets = new Map<string, { readonly left: number; readonly at: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes one call of a key; answers in how many seconds there is room again, if there is none now. */
  take(key: string): number | undefined {
    const now = this.#now();
    const { left, at } = this.#buckets.get(key) ?? { left: AT_ONCE, at: now };
    const filled = Math.min(AT_ONCE, left + ((now - at) / 1000) * PER_SECOND);
    if (filled < 1) {
      this.#buckets.set(key, { left: filled, at: now });
      return Math.max(1, Math.ceil((1 - filled) / PER_SECOND));
    }
    this.#buckets.set(key, { left: filled - 1, at: now });
    return undefined;
  }
}
