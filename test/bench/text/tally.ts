/** How many there were, and how many of them came out right. */
export class Tally {
  #right = 0;
  #all = 0;

  /** Counts one more. */
  count(isRight: boolean): void {
    this.#all += 1;
    if (isRight) this.#right += 1;
  }

  get right(): number {
    return this.#right;
  }

  get all(): number {
    return this.#all;
  }

  /** The part that came out right, in words. */
  share(): string {
    return shareOf(this.#right, this.#all);
  }

  /** The part that did not, in words. */
  rest(): string {
    return shareOf(this.#all - this.#right, this.#all);
  }
}

function shareOf(some: number, all: number): string {
  return all === 0 ? '-' : `${((100 * some) / all).toFixed(2)} % (${String(some)}/${String(all)})`;
}
