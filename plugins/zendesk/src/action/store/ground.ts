import type { Database } from './database.ts';
import type { Presence } from './presence.ts';

/** What every part of the store works with. */
export interface Ground {
  readonly database: Database;
  readonly presence: Presence;
  readonly crypto: Crypto;
  readonly now: () => Date;
}
