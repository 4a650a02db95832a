/** Rows of one kind by number. Rows are never changed, only replaced: a copy of the table is a copy of its state. */
export class Table<Row extends { readonly id: number }> {
  #rows = new Map<number, Row>();
  /** By a column and its value, kept from the first time somebody asks by that column. */
  #filed = new Map<keyof Row, Map<unknown, Set<number>>>();
  #last: number;

  /** The first row gets the number after `base`. */
  constructor(base = 0) {
    this.#last = base;
  }

  all(): Row[] {
    return [...this.#rows.values()];
  }

  where(is: (row: Row) => boolean): Row[] {
    return this.all().filter(is);
  }

  /** Rows with this value in a column, without looking through all of them. */
  having<Column extends keyof Row>(column: Column, value: Row[Column]): Row[] {
    const ids = [...(this.#files(column).get(value) ?? [])].sort((one, other) => one - other);
    return ids.flatMap((id) => this.#rows.get(id) ?? []);
  }

  find(id: number): Row | undefined {
    return this.#rows.get(id);
  }

  get(id: number): Row {
    const row = this.find(id);
    if (row === undefined) throw new RangeError(`There is no row ${id}.`);
    return row;
  }

  nextId(): number {
    this.#last += 1;
    return this.#last;
  }

  put(row: Row): Row {
    const before = this.#rows.get(row.id);
    for (const [column, files] of this.#filed) {
      if (before !== undefined) files.get(before[column])?.delete(row.id);
      file(files, row[column], row.id);
    }
    this.#rows.set(row.id, row);
    return row;
  }

  update(id: number, changes: Partial<Row>): Row {
    return this.put({ ...this.get(id), ...changes, id });
  }

  delete(id: number): void {
    const row = this.#rows.get(id);
    if (row === undefined) return;
    for (const [column, files] of this.#filed) files.get(row[column])?.delete(id);
    this.#rows.delete(id);
  }

  /** Gives back a function that puts everything back as it is now. */
  snapshot(): () => void {
    const rows = new Map(this.#rows);
    return () => {
      this.#rows = rows;
      this.#filed = new Map();
    };
  }

  #files(column: keyof Row): Map<unknown, Set<number>> {
    const known = this.#filed.get(column);
    if (known !== undefined) return known;
    const files = new Map<unknown, Set<number>>();
    for (const row of this.#rows.values()) file(files, row[column], row.id);
    this.#filed.set(column, files);
    return files;
  }
}

function file(files: Map<unknown, Set<number>>, value: unknown, id: number): void {
  const ids = files.get(value) ?? new Set<number>();
  files.set(value, ids.add(id));
}
