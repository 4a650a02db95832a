/** Rows of one kind by id. Rows are never changed, only replaced: a copy of the map is a copy of its state. */
export class Rows<T extends { readonly id: number }> {
  #rows = new Map<number, T>();

  all(): readonly T[] {
    return [...this.#rows.values()];
  }

  where(is: (row: T) => boolean): readonly T[] {
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
