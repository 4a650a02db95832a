/** Rows of one kind by number. Rows are never changed, only replaced: a copy of the table is a copy of its state. */
export class Table<T extends { readonly id: number }> {
  #rows = new Map<number, T>();
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
    this.#rows.set(row.id, row);
    return row;
  }

  update(id: number, changes: Partial<T>): T {
    return this.put({ ...this.get(id), ...changes, id });
  }

  delete(id: number): void {
    this.#rows.delete(id);
  }

  /** Gives back a function that puts everything back as it is now. */
  snapshot(): () => void {
    const rows = new Map(this.#rows);
    return () => {
      this.#rows = rows;
    };
  }
}
