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
  #pending: { readonly at: number; readonly entry: Indexed }[] = [];
  #touched = new Set<number>();

  /** The issue is found as it is now from that time on. */
  put(entry: Indexed, at: number): void {
    this.#pending.push({ at, entry });
  }

  /** The issue is found as it will be when somebody looks next. */
  touch(id: number): void {
    this.#touched.add(id);
  }

  /** Takes in what is due; `look` says what can be searched for in an issue that was touched. */
  settle(now: number, look: (id: number) => Indexed | undefined): void {
    for (const { entry } of this.#pending.filter(({ at }) => at <= now)) this.#entries.set(entry.id, entry);
    this.#pending = this.#pending.filter(({ at }) => at > now);
    for (const id of this.#touched) {
      const entry = look(id);
      if (entry !== undefined) this.#entries.set(id, entry);
    }
    this.#touched.clear();
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
    const [pending, touched] = [[...this.#pending], new Set(this.#touched)];
    return () => {
      this.#entries = entries;
      this.#pending = pending;
      this.#touched = touched;
    };
  }
}
