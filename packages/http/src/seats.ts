/** So many at a time; the others wait in the order they came. */
export class Seats {
  #free: number;
  readonly #line: (() => void)[] = [];

  constructor(seats: number) {
    this.#free = seats;
  }

  async take(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((sit) => this.#line.push(sit));
  }

  leave(): void {
    const next = this.#line.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}
