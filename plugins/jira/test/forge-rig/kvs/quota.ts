/** How much of the store's quota was used. */
export interface Spent {
  readonly requests: number;
  /** In units of 10 KB, of which an installation has 4,000 a minute. */
  readonly reads: number;
  readonly writes: number;
}

const UNIT = 10 * 1024;
const PER_SECOND = 1000;
const UNITS_A_MINUTE = 4000;

interface Used {
  readonly at: number;
  readonly units: number;
}

/** Counts requests and their sizes, and says when an installation has had enough. https://developer.atlassian.com/platform/forge/limits-kvs-ce */
export class Quota {
  readonly #now: () => number;
  readonly #isEnforced: boolean;
  #requests: Used[] = [];
  #units: Record<'reads' | 'writes', Used[]> = { reads: [], writes: [] };
  #spent: Spent = { requests: 0, reads: 0, writes: 0 };

  constructor(now: () => number, isEnforced: boolean) {
    this.#now = now;
    this.#isEnforced = isEnforced;
  }

  get spent(): Spent {
    return this.#spent;
  }

  /** Counts a request; answers whether it is one too many. */
  isExceededBy(kind: 'reads' | 'writes', bytes: number): boolean {
    const at = this.#now();
    const units = Math.max(1, Math.ceil(bytes / UNIT));
    this.#spent = {
      ...this.#spent,
      requests: this.#spent.requests + 1,
      [kind]: this.#spent[kind] + units,
    };
    if (!this.#isEnforced) return false;
    this.#requests = [...since(this.#requests, at - 1000), { at, units: 1 }];
    this.#units = { ...this.#units, [kind]: [...since(this.#units[kind], at - 60_000), { at, units }] };
    return sum(this.#requests) > PER_SECOND || sum(this.#units[kind]) > UNITS_A_MINUTE;
  }
}

function since(used: readonly Used[], from: number): Used[] {
  return used.filter(({ at }) => at > from);
}

function sum(used: readonly Used[]): number {
  return used.reduce((total, { units }) => total + units, 0);
}
