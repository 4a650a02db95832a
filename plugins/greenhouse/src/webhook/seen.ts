/** Greenhouse tries a delivery up to seven times in fifteen hours. */
const USUAL = 10_000;

/** Events that were taken already, by the header `Greenhouse-Event-ID`: the same one may come several times. In memory only. */
export class SeenEvents {
  readonly #ids = new Set<string>();
  readonly #most: number;

  /** `most` ids are remembered; what came in first is forgotten first. */
  constructor(most: number = USUAL) {
    this.#most = most;
  }

  /** Whether an event is new; from then on it is not. One without an id is new each time. */
  isNew(id: string | undefined): boolean {
    if (id === undefined || id === '') return true;
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    for (const oldest of this.#ids) {
      if (this.#ids.size <= this.#most) break;
      this.#ids.delete(oldest);
    }
    return true;
  }
}
