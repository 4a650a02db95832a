/** What the search knows of an issue. */
export interface Indexed {
  readonly id: number;
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Texts by field; those of comments under `comment`. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

/** What the search believes: changes arrive in it when their time has come. */
export class SearchIndex {
  #entries = new Map<number, Indexed>();
  #pending: readonly { readonly at: number; readonly entry: Indexed }[] = [];

  /** The issue is found as it is now from that time on. */
  put(entry: Indexed, at: number): void {
    this.#pending = [...this.#pending, { at, entry }];
  }

  settle(now: number): void {
    const due = this.#pending.filter(({ at }) => at <= now);
    if (due.length === 0) return;
    for (const { entry } of due) this.#entries.set(entry.id, entry);
    this.#pending = this.#pending.filter(({ at }) => at > now);
  }

  find(id: number): Indexed | undefined {
    return this.#entries.get(id);
  }

  /** All that is in it, as text. */
  *all(): Generator<string> {
    for (const { id, texts } of this.#entries.values())
      for (const [field, some] of Object.entries(texts)) for (const one of some) yield `index ${id} ${field} ${one}\n`;
  }

  snapshot(): () => void {
    const entries = new Map(this.#entries);
    const pending = this.#pending;
    return () => {
      this.#entries = entries;
      this.#pending = pending;
    };
  }
}
