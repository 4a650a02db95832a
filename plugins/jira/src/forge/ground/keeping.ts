import { randomBytes, randomUUID } from 'node:crypto';
import type { PersonId } from '@lethe/core';
import type { Lock } from '@lethe/review';
import { ForgeAccountBook } from '../accounts/forge-account-book.ts';
import { installationKeys } from '../accounts/installation-key.ts';
import type { InstallationKeys } from '../accounts/installation-key.ts';
import { PersonLock } from '../lock/person-lock.ts';
import { ForgeStore } from '../store/forge-store.ts';
import type { Outside } from './outside.ts';

/** What is kept between invocations, and the keys it is kept with. */
export interface Keeping {
  readonly store: ForgeStore;
  readonly book: ForgeAccountBook;
  readonly keys: InstallationKeys;
  /** Takes a person for a run. */
  lock(person: PersonId, run: string): Promise<Lock>;
}

/** What is kept, as one invocation finds it. Throws `StoreError`. */
export async function keepingOf({ clock, remaining }: Outside): Promise<Keeping> {
  const keys = await installationKeys();
  const livesUntil = (): Date => new Date(clock.now().getTime() + Math.max(0, remaining()));
  const seal = { key: keys.for('seal'), random: (bytes: number) => new Uint8Array(randomBytes(bytes)) };
  const alive = { clock, uuid: () => randomUUID(), livesUntil };
  const store = new ForgeStore({ ...alive, seal });
  const locks = new PersonLock(alive);
  return { store, keys, book: new ForgeAccountBook(keys), lock: async (person, run) => locks.take(person, run) };
}
