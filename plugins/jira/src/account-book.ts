import type { PersonId } from '@lethe/core';
import { personIdOf } from './ids.ts';

/**
 * What accounts are called outside this plugin. Where ids are written down, as Forge does, a book gives aliases, and knows the accounts of
 * those it has met; no call is made by it.
 */
export interface AccountBook {
  /** What to call an account; the same for good. */
  idOf(account: string): PersonId;
  /** The account called so, if the book knows. */
  accountOf(person: PersonId): string | undefined;
}

/** Calls every account by its own id, which says nothing about anybody. */
export const openBook: AccountBook = {
  idOf: (account) => personIdOf(account),
  accountOf: (person) => person,
};
