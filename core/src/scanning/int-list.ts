/** Whole numbers in a row that grows: a tenth of the room an array of objects takes. */
export class IntList {
  #cells = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The number at a place. */
  at(index: number): number {
    return this.#cells[index] ?? 0;
  }

  /** Adds a number at the end. */
  push(value: number): void {
    if (this.#length === this.#cells.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#cells);
      this.#cells = larger;
    }
    this.#cells[this.#length] = value;
    this.#length += 1;
  }
}
