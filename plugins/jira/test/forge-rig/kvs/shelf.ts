import type { Ttl } from './wire.ts';

/** The three places of the store; a secret, a plain value and an entity may bear the same key. */
export type Place = 'plain' | 'secret' | `entity ${string}`;

/** Something stored. */
export interface Item {
  readonly place: Place;
  readonly key: string;
  readonly value: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When it may go, in milliseconds. */
  readonly expiresAt?: number;
}

/** Expired values may stay readable for so long: they are taken out some time later. */
const EXPIRY_LAG = 48 * 60 * 60 * 1000;

/** What is stored, and what a query sees of it, which may be older. */
export class Shelf {
  readonly #now: () => number;
  #items = new Map<string, Item>();
  #seenByQueries = new Map<string, Item>();
  #queriesLag = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** From now on queries see what was there at this moment, until told otherwise. */
  lag(queriesLag: boolean): void {
    this.#seenByQueries = new Map(this.#items);
    this.#queriesLag = queriesLag;
  }

  get(place: Place, key: string): Item | undefined {
    const item = this.#items.get(addressOf(place, key));
    return item !== undefined && this.#isThere(item) ? item : undefined;
  }

  put(place: Place, { key, value, ttl }: { readonly key: string; readonly value: unknown; readonly ttl?: Ttl }): void {
    const now = this.#now();
    const createdAt = this.get(place, key)?.createdAt ?? now;
    const expiry = ttl === undefined ? {} : { expiresAt: now + millisecondsOf(ttl) };
    const item: Item = { place, key, value: structuredClone(value), createdAt, updatedAt: now, ...expiry };
    this.#items.set(addressOf(place, key), item);
  }

  delete(place: Place, key: string): void {
    this.#items.delete(addressOf(place, key));
  }

  /** In the order of their keys, as a query sees them. */
  queried(place: Place): readonly Item[] {
    const items = this.#queriesLag ? this.#seenByQueries : this.#items;
    return sorted([...items.values()].filter((item) => item.place === place && this.#isThere(item)));
  }

  /** Everything that is there, secrets too: what somebody who holds the whole store can read. */
  all(): readonly Item[] {
    return sorted([...this.#items.values()].filter((item) => this.#isThere(item)));
  }

  /** Puts everything back as it was when `all` was asked. */
  restore(items: readonly Item[]): void {
    this.#items = new Map(items.map((item) => [addressOf(item.place, item.key), item]));
  }

  #isThere({ expiresAt }: Item): boolean {
    return expiresAt === undefined || this.#now() < expiresAt + EXPIRY_LAG;
  }
}

const units = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 } as const;

function millisecondsOf({ value, unit }: Ttl): number {
  return value * units[unit];
}

function addressOf(place: Place, key: string): string {
  return JSON.stringify([place, key]);
}

function sorted(items: readonly Item[]): readonly Item[] {
  return items.toSorted((one, other) => (addressOf(one.place, one.key) < addressOf(other.place, other.key) ? -1 : 1));
}
