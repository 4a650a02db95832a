/** Numbers in a row that grows: a tenth of the room an array of objects takes. */
export class IntList {
  #cells = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds a number; gives its place. */
  push(value: number): number {
    if (this.#length === this.#cells.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#cells);
      this.#cells = larger;
    }
    this.#cells[this.#length] = value;
    this.#length += 1;
    return this.#length - 1;
  }

  /** The numbers so far, in no more room than they need. */
  trimmed(): Int32Array {
    return this.#cells.slice(0, this.#length);
  }
}
