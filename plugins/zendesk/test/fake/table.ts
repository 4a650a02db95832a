/** Rows of one kind by number. Rows are never changed, only replaced: a copy of the table is a copy of its state. */
export class Table<T extends { readonly id: number }> {
  #rows = new Map<number, T>();
  /** Rows by a column's value, kept from the first time somebody asks by that column. */
  readonly #sorted = new Map<keyof T, Map<unknown, Map<number, T>>>();
  #last: number;

  /** Numbers start above `base`. */
  constructor(base = 0) {
    this.#last = base;
  }

  all(): T[] {
    return [...this.#rows.values()];
  }

  where(is: (row: T) => boolean): T[] {
    return this.all().filter(is);
  }

  /** Rows with this value in a column, as `where` would find them, without looking through all. */
  having<K extends keyof T>(column: K, value: T[K]): T[] {
    const known = this.#sorted.get(column);
    const sorted = known ?? new Map<unknown, Map<number, T>>();
    if (known === undefined) {
      this.#sorted.set(column, sorted);
      for (const row of this.#rows.values()) file(sorted, column, row);
    }
    return [...(sorted.get(value)?.values() ?? [])];
  }

  find(id: number): T | undefined {
    return this.#rows.get(id);
  }

  get(id: number): T {
    const row = this.find(id);
    if (row === undefined) throw new RangeError(`There is no row ${String(id)}.`);
    return row;
  }

  nextId(): number {
    this.#last += 1;
    return this.#last;
  }

  put(row: T): T {
    const before = this.#rows.get(row.id);
    this.#rows.set(row.id, row);
    for (const [column, sorted] of this.#sorted) {
      if (before !== undefined && before[column] !== row[column]) sorted.get(before[column])?.delete(row.id);
      file(sorted, column, row);
    }
    return row;
  }

  update(id: number, changes: Partial<T>): T {
    return this.put({ ...this.get(id), ...changes, id });
  }

  delete(id: number): void {
    this.#rows.delete(id);
    this.#sorted.clear();
  }

  /** Gives back a function that puts everything back as it is now. */
  snapshot(): () => void {
    const rows = new Map(this.#rows);
    return () => {
      this.#rows = rows;
      this.#sorted.clear();
    };
  }
}

function file<T extends { readonly id: number }>(sorted: Map<unknown, Map<number, T>>, column: keyof T, row: T): void {
  const rows = sorted.get(row[column]) ?? new Map<number, T>();
  rows.set(row.id, row);
  sorted.set(row[column], rows);
}
