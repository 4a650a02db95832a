/** So many calls a second for each key, as many at once. */
export class Limits {
  readonly #now: () => number;
  readonly #buckets = new Map<string, { readonly left: number; readonly at: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes one call of a key; answers whether there was room for it. */
  take(key: string, perSecond: number | undefined): boolean {
    if (perSecond === undefined) return true;
    const now = this.#now();
    const { left, at } = this.#buckets.get(key) ?? { left: perSecond, at: now };
    const filled = Math.min(perSecond, left + ((now - at) / 1000) * perSecond);
    const fits = filled >= 1;
    this.#buckets.set(key, { left: fits ? filled - 1 : filled, at: now });
    return fits;
  }
}
